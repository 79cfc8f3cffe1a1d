DROP TABLE paper_reading;
DROP TABLE paper_draft;
DROP TABLE paper_version;
DROP TABLE paper;
