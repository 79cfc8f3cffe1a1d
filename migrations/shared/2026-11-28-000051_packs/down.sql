DROP TABLE dispatch_pack;
DROP TABLE pack;
DROP TABLE page_range;
DROP TABLE paper_document;
ALTER TABLE paper_version DROP COLUMN fit;
