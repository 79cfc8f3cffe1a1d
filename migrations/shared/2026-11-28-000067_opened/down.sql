DROP TABLE paper_opened;
ALTER TABLE board DROP COLUMN opened_kept_days;
