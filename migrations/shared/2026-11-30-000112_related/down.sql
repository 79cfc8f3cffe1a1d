DROP TABLE case_hearing;
DROP TABLE related_review;
DROP TABLE related_subject;
DROP TABLE related_body;
