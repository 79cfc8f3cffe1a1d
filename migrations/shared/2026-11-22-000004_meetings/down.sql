DROP TABLE meeting_deadline;
DROP TABLE meeting_session;
DROP TABLE meeting;
