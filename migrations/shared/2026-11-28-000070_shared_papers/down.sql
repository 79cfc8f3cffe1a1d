DROP TABLE shared_paper;
