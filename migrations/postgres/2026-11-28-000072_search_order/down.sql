DROP TRIGGER search_due_other_day ON meeting;
DROP FUNCTION search_due_other_day();
DROP TRIGGER search_due_other_meeting ON board_case;
DROP FUNCTION search_due_other_meeting();
DELETE FROM search_text;
ALTER TABLE search_text RESET (toast_tuple_target);
ALTER TABLE search_index ALTER COLUMN tokens SET STORAGE EXTENDED;
ALTER TABLE search_index RESET (toast_tuple_target);
INSERT INTO search_due (object_id, is_paper, tries) SELECT id, FALSE, 0 FROM board_case ON CONFLICT DO NOTHING;
INSERT INTO search_due (object_id, is_paper, tries)
SELECT id, TRUE, 0 FROM paper WHERE published IS NOT NULL ON CONFLICT DO NOTHING;
