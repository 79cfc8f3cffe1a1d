DROP TRIGGER minutes_version_no_update ON minutes_version;
DROP FUNCTION minutes_version_no_update();
