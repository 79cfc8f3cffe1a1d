DROP TRIGGER search_due_changed_paper;
DROP TRIGGER search_due_new_paper;
DROP TRIGGER search_due_changed_case;
DROP TRIGGER search_due_new_case;
DROP TABLE search_index;
