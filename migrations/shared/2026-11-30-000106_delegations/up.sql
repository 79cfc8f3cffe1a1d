-- A case of a board that a council gives advice on: sent down to it with a question, or sent up by it with the advice
-- (mandate §§ 3 and 7). Each of the two has a case of its own, with its own readers.
CREATE TABLE delegation (
    id TEXT PRIMARY KEY NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('board', 'council')),
    board_id TEXT NOT NULL REFERENCES board (id),
    case_id TEXT NOT NULL REFERENCES board_case (id),
    council_id TEXT NOT NULL REFERENCES board (id),
    -- One case of a council answers one question.
    council_case_id TEXT NOT NULL UNIQUE REFERENCES board_case (id),
    -- What the board asks; empty where the council came by itself.
    question TEXT NOT NULL,
    -- The last day for the advice, on the council's own date.
    due_on DATE,
    -- The meeting of the board that it is to return to.
    meeting_id TEXT REFERENCES meeting (id),
    state TEXT NOT NULL CHECK (state IN ('asked', 'answered', 'withdrawn')),
    advice TEXT NOT NULL,
    asked_by TEXT NOT NULL REFERENCES person (id),
    asked_at TIMESTAMP NOT NULL,
    -- Who answered or withdrew it, and when.
    settled_by TEXT REFERENCES person (id),
    settled_at TIMESTAMP,
    version BIGINT NOT NULL
);
CREATE INDEX delegation_board ON delegation (board_id, state, due_on);
CREATE INDEX delegation_case ON delegation (case_id);
CREATE INDEX delegation_council ON delegation (council_id, state);
CREATE INDEX delegation_meeting ON delegation (meeting_id);
CREATE INDEX delegation_asked_by ON delegation (asked_by);
CREATE INDEX delegation_settled_by ON delegation (settled_by);
