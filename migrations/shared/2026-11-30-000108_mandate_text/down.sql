DROP TABLE mandate_paragraph;
