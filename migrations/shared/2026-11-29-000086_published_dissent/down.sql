ALTER TABLE published_text DROP COLUMN dissent;
