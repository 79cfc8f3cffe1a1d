ALTER TABLE attendance DROP COLUMN remark;
ALTER TABLE attendance DROP COLUMN stay_said;
ALTER TABLE attendance DROP COLUMN as_written;
DROP TABLE minutes_source;
DROP TABLE minutes_approval;
DROP TABLE meeting_unknown;
DROP TABLE case_source;
