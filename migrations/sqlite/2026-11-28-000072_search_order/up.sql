-- The ids of `search_text` follow the days, so the moved are read anew; and beginnings of words, of three to nine letters
-- behind the one that says where they stand, are looked up and not gathered.
DROP TABLE search_index;
CREATE VIRTUAL TABLE search_index USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = 'none', tokenize = 'ascii', prefix = '4 5 6 7 8 9 10'
);
DELETE FROM search_text;
INSERT OR IGNORE INTO search_due (object_id, is_paper, tries) SELECT id, FALSE, 0 FROM board_case;
INSERT OR IGNORE INTO search_due (object_id, is_paper, tries) SELECT id, TRUE, 0 FROM paper WHERE published IS NOT NULL;

CREATE TRIGGER search_due_other_meeting AFTER UPDATE OF meeting_id ON board_case WHEN NEW.meeting_id IS NOT OLD.meeting_id
BEGIN
    INSERT OR IGNORE INTO search_due (object_id, is_paper, tries)
    SELECT id, TRUE, 0 FROM paper WHERE case_id = NEW.id AND published IS NOT NULL;
END;
CREATE TRIGGER search_due_other_day AFTER UPDATE OF first_day ON meeting WHEN NEW.first_day <> OLD.first_day
BEGIN
    INSERT OR IGNORE INTO search_due (object_id, is_paper, tries)
    SELECT id, FALSE, 0 FROM board_case WHERE meeting_id = NEW.id;
    INSERT OR IGNORE INTO search_due (object_id, is_paper, tries)
    SELECT paper.id, TRUE, 0 FROM paper JOIN board_case ON board_case.id = paper.case_id
    WHERE board_case.meeting_id = NEW.id AND paper.published IS NOT NULL;
END;
