-- The words of `search_text`, by its id. Only whether a text holds a word is kept, not where.
CREATE VIRTUAL TABLE search_index USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = 'none', tokenize = 'ascii'
);

CREATE TRIGGER search_due_new_case AFTER INSERT ON board_case
BEGIN INSERT OR IGNORE INTO search_due (object_id, is_paper, tries) VALUES (NEW.id, FALSE, 0); END;
CREATE TRIGGER search_due_changed_case AFTER UPDATE ON board_case
BEGIN INSERT OR IGNORE INTO search_due (object_id, is_paper, tries) VALUES (NEW.id, FALSE, 0); END;
CREATE TRIGGER search_due_new_paper AFTER INSERT ON paper WHEN NEW.published IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_due (object_id, is_paper, tries) VALUES (NEW.id, TRUE, 0); END;
CREATE TRIGGER search_due_changed_paper AFTER UPDATE ON paper WHEN NEW.published IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_due (object_id, is_paper, tries) VALUES (NEW.id, TRUE, 0); END;
