DROP INDEX message_next;
CREATE INDEX message_next ON message (not_before) WHERE state IN ('queued', 'claimed');
DROP INDEX board_parent;
DROP INDEX meeting_deadline_open;
CREATE INDEX meeting_deadline_open ON meeting_deadline (due_at, board_id) WHERE done_at IS NULL;
DROP INDEX representation_person;
CREATE INDEX representation_person ON representation (person_id);
