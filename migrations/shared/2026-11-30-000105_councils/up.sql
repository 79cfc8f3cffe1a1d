-- How a council came to be, for how long it is there, and how it ended (mandate § 7). The council itself is a board with a
-- parent; one that was made in another way has no row here until somebody writes down what decided it.
CREATE TABLE council (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL UNIQUE REFERENCES board (id),
    -- The case of the board above in which it was decided, if it is known here; and the words of the decision.
    case_id TEXT REFERENCES board_case (id),
    decision TEXT NOT NULL,
    valid_from DATE NOT NULL,
    -- The first day after its period; none where it is permanent.
    valid_until DATE,
    -- The first day on which it is no more, what decided that, and who wrote it down.
    dissolved_from DATE,
    dissolved_decision TEXT NOT NULL,
    dissolved_by TEXT REFERENCES person (id),
    -- When that day had come and its mail was switched off.
    closed_at TIMESTAMP,
    -- It reports every so many months, counted from a day; none where no rhythm is laid down.
    report_months BIGINT,
    report_from DATE,
    report_title TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX council_case ON council (case_id);
CREATE INDEX council_dissolved_by ON council (dissolved_by);
