DROP TABLE colleague_paper;
DROP TABLE colleague;
ALTER TABLE board DROP COLUMN colleagues_read;
