-- Titles have an index of their own; what was read is read anew.
CREATE VIRTUAL TABLE search_index_title USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = 'none', tokenize = 'ascii', prefix = '4 5 6 7 8 9 10'
);
DELETE FROM search_index;
DELETE FROM search_text;
INSERT OR IGNORE INTO search_due (object_id, is_paper, tries) SELECT id, FALSE, 0 FROM board_case;
INSERT OR IGNORE INTO search_due (object_id, is_paper, tries) SELECT id, TRUE, 0 FROM paper WHERE published IS NOT NULL;
