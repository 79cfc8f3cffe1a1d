DROP TABLE search_index_title;
DELETE FROM search_index;
DELETE FROM search_text;
INSERT OR IGNORE INTO search_due (object_id, is_paper, tries) SELECT id, FALSE, 0 FROM board_case;
INSERT OR IGNORE INTO search_due (object_id, is_paper, tries) SELECT id, TRUE, 0 FROM paper WHERE published IS NOT NULL;
