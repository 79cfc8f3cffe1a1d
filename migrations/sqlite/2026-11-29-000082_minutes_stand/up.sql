CREATE TRIGGER minutes_version_no_update BEFORE UPDATE ON minutes_version
BEGIN SELECT RAISE(ABORT, 'a version of the minutes never changes'); END;
