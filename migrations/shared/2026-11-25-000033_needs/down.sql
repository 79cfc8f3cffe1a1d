DROP INDEX person_delete_after;
DROP TABLE need;
ALTER TABLE board DROP COLUMN asks_needs;
