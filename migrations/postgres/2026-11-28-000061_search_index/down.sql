DROP TRIGGER search_due_paper ON paper;
DROP FUNCTION search_due_paper();
DROP TRIGGER search_due_case ON board_case;
DROP FUNCTION search_due_case();
DROP TABLE search_index;
