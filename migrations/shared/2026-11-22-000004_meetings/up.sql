CREATE TABLE meeting (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    video_link TEXT NOT NULL,
    archive_reference TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'called', 'papers_sent', 'held', 'minuted', 'closed', 'cancelled')),
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    created_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX meeting_board ON meeting (board_id, first_day);

-- One to several days; local date and times in the board's zone. Times may be missing only in imported history.
CREATE TABLE meeting_session (
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    position BIGINT NOT NULL,
    day DATE NOT NULL,
    starts TIME,
    ends TIME,
    PRIMARY KEY (meeting_id, position)
);

-- The deadline line as it was last derived, and what has been done. Derived again whenever a rule's input changes.
CREATE TABLE meeting_deadline (
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    board_id TEXT NOT NULL REFERENCES board (id),
    stage TEXT NOT NULL,
    due_on DATE NOT NULL,
    due_at TIMESTAMP NOT NULL,
    done_at TIMESTAMP,
    done_by TEXT,
    PRIMARY KEY (meeting_id, stage)
);
CREATE INDEX meeting_deadline_open ON meeting_deadline (due_at) WHERE done_at IS NULL;
CREATE INDEX meeting_deadline_board ON meeting_deadline (board_id, due_at);
