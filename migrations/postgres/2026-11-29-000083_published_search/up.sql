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
CREATE TABLE search_index_published (
    id BIGINT PRIMARY KEY NOT NULL REFERENCES published_text (id) ON DELETE CASCADE,
    tokens TSVECTOR NOT NULL
);
CREATE INDEX search_index_published_tokens ON search_index_published USING gin (tokens) WITH (fastupdate = off);
ALTER TABLE search_index_published SET (toast_tuple_target = 128);
ALTER TABLE search_index_published ALTER COLUMN tokens SET STORAGE EXTERNAL;

CREATE FUNCTION published_due_new() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN INSERT INTO published_due (item_id) VALUES (NEW.item_id) ON CONFLICT DO NOTHING; RETURN NULL; END $$;
CREATE TRIGGER published_due_new AFTER INSERT ON published_item
FOR EACH ROW EXECUTE FUNCTION published_due_new();
-- Where a reader can reach it from is read with it.
CREATE FUNCTION published_due_assessed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    INSERT INTO published_due (item_id) SELECT item_id FROM published_item WHERE item_id = NEW.item_id
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER published_due_assessed AFTER UPDATE OF wanted, assessment, title_exempt ON minute_access
FOR EACH ROW EXECUTE FUNCTION published_due_assessed();
-- A title that is exempt is not read; once it is not, it is.
CREATE FUNCTION published_due_title() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    INSERT INTO published_due (item_id) SELECT item_id FROM published_item WHERE case_id = NEW.id
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER published_due_title AFTER UPDATE OF title_exempt ON board_case
FOR EACH ROW WHEN (NEW.title_exempt <> OLD.title_exempt) EXECUTE FUNCTION published_due_title();
