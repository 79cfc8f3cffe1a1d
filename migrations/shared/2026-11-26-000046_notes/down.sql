DROP TABLE paper_note;
