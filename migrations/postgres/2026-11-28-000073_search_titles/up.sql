-- Titles have an index of their own, narrow enough to be walked; what was read is read anew.
CREATE TABLE search_index_title (
    id BIGINT PRIMARY KEY NOT NULL REFERENCES search_text (id) ON DELETE CASCADE,
    tokens TSVECTOR NOT NULL
);
CREATE INDEX search_index_title_tokens ON search_index_title USING gin (tokens) WITH (fastupdate = off);
DELETE FROM search_text;
INSERT INTO search_due (object_id, is_paper, tries) SELECT id, FALSE, 0 FROM board_case ON CONFLICT DO NOTHING;
INSERT INTO search_due (object_id, is_paper, tries)
SELECT id, TRUE, 0 FROM paper WHERE published IS NOT NULL ON CONFLICT DO NOTHING;
