DROP TABLE mandate_document;
ALTER TABLE mandate_version DROP COLUMN state;
