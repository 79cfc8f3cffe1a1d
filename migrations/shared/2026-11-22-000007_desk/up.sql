-- The desk reads open deadlines in the order they are due and looks for the reader's boards among them.
DROP INDEX meeting_deadline_open;
CREATE INDEX meeting_deadline_open ON meeting_deadline (due_at, board_id) WHERE done_at IS NULL;

-- Sessions whose time is not set are few; the desk reads only them.
CREATE INDEX meeting_session_open ON meeting_session (day) WHERE starts IS NULL;
