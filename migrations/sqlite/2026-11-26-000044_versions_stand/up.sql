CREATE TRIGGER paper_version_no_update BEFORE UPDATE ON paper_version
BEGIN SELECT RAISE(ABORT, 'a version of a paper never changes'); END;
