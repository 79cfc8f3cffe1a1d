ALTER TABLE publication DROP COLUMN was_public;
