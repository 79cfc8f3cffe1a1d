-- The text of a version, one row a paragraph, in order. A rule refers to a paragraph by its number.
CREATE TABLE mandate_paragraph (
    id TEXT PRIMARY KEY NOT NULL,
    mandate_id TEXT NOT NULL REFERENCES mandate_version (id),
    position BIGINT NOT NULL,
    number TEXT NOT NULL,
    heading TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (mandate_id, number)
);
