CREATE FUNCTION minutes_version_no_update() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a version of the minutes never changes'; END $$;
CREATE TRIGGER minutes_version_no_update BEFORE UPDATE ON minutes_version
FOR EACH ROW EXECUTE FUNCTION minutes_version_no_update();
