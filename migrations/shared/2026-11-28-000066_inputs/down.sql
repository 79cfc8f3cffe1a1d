DROP TABLE case_input_draft;
DROP TABLE case_input;
