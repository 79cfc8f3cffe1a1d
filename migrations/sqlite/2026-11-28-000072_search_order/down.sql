DROP TRIGGER search_due_other_day;
DROP TRIGGER search_due_other_meeting;
DROP TABLE search_index;
CREATE VIRTUAL TABLE search_index USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = 'none', tokenize = 'ascii'
);
DELETE FROM search_text;
INSERT OR IGNORE INTO search_due (object_id, is_paper, tries) SELECT id, FALSE, 0 FROM board_case;
INSERT OR IGNORE INTO search_due (object_id, is_paper, tries) SELECT id, TRUE, 0 FROM paper WHERE published IS NOT NULL;
