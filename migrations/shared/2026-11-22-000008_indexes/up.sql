-- Whoever reads is asked for their roles on every page: those that have ended are passed over in the index.
DROP INDEX representation_person;
CREATE INDEX representation_person ON representation (person_id, valid_from, valid_until, appointment_id);

-- In the order in which the desk shows them, so that it stops at the tenth, however many are due at one moment.
DROP INDEX meeting_deadline_open;
CREATE INDEX meeting_deadline_open ON meeting_deadline (due_at, meeting_id, stage, board_id) WHERE done_at IS NULL;

-- Whose secretariat is also that of their councils.
CREATE INDEX board_parent ON board (parent_id);

-- A worker claims what has waited longest; many wait since the same moment.
DROP INDEX message_next;
CREATE INDEX message_next ON message (not_before, id) WHERE state IN ('queued', 'claimed');
