DROP TABLE case_officer;
