DROP TRIGGER paper_version_no_update;
