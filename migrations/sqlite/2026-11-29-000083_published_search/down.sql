DROP TRIGGER published_text_gone;
DROP TRIGGER published_due_title;
DROP TRIGGER published_due_assessed;
DROP TRIGGER published_due_new;
DROP TABLE search_index_published;
DROP TABLE published_due;
DROP TABLE published_text;
DROP INDEX published_item_order;
