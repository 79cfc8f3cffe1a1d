-- The ids of `search_text` follow the days, so the moved are read anew. Tokens and texts lie beside their rows: going
-- through many rows that were found reads few pages.
DELETE FROM search_text;
ALTER TABLE search_index SET (toast_tuple_target = 128);
ALTER TABLE search_index ALTER COLUMN tokens SET STORAGE EXTERNAL;
ALTER TABLE search_text SET (toast_tuple_target = 128);
INSERT INTO search_due (object_id, is_paper, tries) SELECT id, FALSE, 0 FROM board_case ON CONFLICT DO NOTHING;
INSERT INTO search_due (object_id, is_paper, tries)
SELECT id, TRUE, 0 FROM paper WHERE published IS NOT NULL ON CONFLICT DO NOTHING;

CREATE FUNCTION search_due_other_meeting() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    INSERT INTO search_due (object_id, is_paper, tries)
    SELECT id, TRUE, 0 FROM paper WHERE case_id = NEW.id AND published IS NOT NULL ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER search_due_other_meeting AFTER UPDATE OF meeting_id ON board_case
FOR EACH ROW WHEN (NEW.meeting_id IS DISTINCT FROM OLD.meeting_id) EXECUTE FUNCTION search_due_other_meeting();
CREATE FUNCTION search_due_other_day() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    INSERT INTO search_due (object_id, is_paper, tries)
    SELECT id, FALSE, 0 FROM board_case WHERE meeting_id = NEW.id ON CONFLICT DO NOTHING;
    INSERT INTO search_due (object_id, is_paper, tries)
    SELECT paper.id, TRUE, 0 FROM paper JOIN board_case ON board_case.id = paper.case_id
    WHERE board_case.meeting_id = NEW.id AND paper.published IS NOT NULL ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER search_due_other_day AFTER UPDATE OF first_day ON meeting
FOR EACH ROW WHEN (NEW.first_day <> OLD.first_day) EXECUTE FUNCTION search_due_other_day();
