DROP TABLE calendar_feed;
ALTER TABLE meeting DROP COLUMN calendar_changed_at;
ALTER TABLE meeting DROP COLUMN calendar_sequence;
