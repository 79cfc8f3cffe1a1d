-- Lists of what is published go through it from the newest on.
CREATE INDEX published_item_order ON published_item (day, meeting_id, position);

-- What of it has been read for the search. The ids follow the days, so that the newest is found first.
CREATE TABLE published_text (
    id BIGINT PRIMARY KEY NOT NULL,
    item_id TEXT NOT NULL REFERENCES published_item (item_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX published_text_item ON published_text (item_id);

-- What is to be read; whoever publishes need not know of it.
CREATE TABLE published_due (
    item_id TEXT PRIMARY KEY NOT NULL
);
INSERT INTO published_due (item_id) SELECT item_id FROM published_item;

-- The words of `published_text`, by its id. Only whether a text holds a word is kept, not where.
CREATE VIRTUAL TABLE search_index_published USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = 'none', tokenize = 'ascii', prefix = '4 5 6 7 8 9 10'
);

CREATE TRIGGER published_due_new AFTER INSERT ON published_item
BEGIN INSERT OR IGNORE INTO published_due (item_id) VALUES (NEW.item_id); END;
-- Where a reader can reach it from is read with it.
CREATE TRIGGER published_due_assessed AFTER UPDATE OF wanted, assessment, title_exempt ON minute_access
BEGIN
    INSERT OR IGNORE INTO published_due (item_id) SELECT item_id FROM published_item WHERE item_id = NEW.item_id;
END;
-- A title that is exempt is not read; once it is not, it is.
CREATE TRIGGER published_due_title AFTER UPDATE OF title_exempt ON board_case WHEN NEW.title_exempt <> OLD.title_exempt
BEGIN
    INSERT OR IGNORE INTO published_due (item_id) SELECT item_id FROM published_item WHERE case_id = NEW.id;
END;
CREATE TRIGGER published_text_gone AFTER DELETE ON published_text
BEGIN DELETE FROM search_index_published WHERE rowid = OLD.id; END;
