CREATE FUNCTION paper_version_no_update() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a version of a paper never changes'; END $$;
CREATE TRIGGER paper_version_no_update BEFORE UPDATE ON paper_version
FOR EACH ROW EXECUTE FUNCTION paper_version_no_update();
