DROP TABLE search_due;
DROP TABLE search_text;
