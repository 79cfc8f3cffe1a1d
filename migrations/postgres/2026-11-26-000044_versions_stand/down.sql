DROP TRIGGER paper_version_no_update ON paper_version;
DROP FUNCTION paper_version_no_update();
