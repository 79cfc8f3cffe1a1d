ALTER TABLE minute_access DROP COLUMN title_waits;
ALTER TABLE publication DROP COLUMN shut_at;
