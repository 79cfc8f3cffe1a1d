DROP INDEX meeting_session_open;
DROP INDEX meeting_deadline_open;
CREATE INDEX meeting_deadline_open ON meeting_deadline (due_at) WHERE done_at IS NULL;
