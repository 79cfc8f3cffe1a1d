DROP INDEX meeting_changed;
DROP TABLE replacement;
DROP TABLE reply;
DROP TABLE notice_recipient;
DROP TABLE notice_meeting;
DROP TABLE notice;
