-- The measures (tiltak) of the action plan whose status a board follows (mandate § 3).
CREATE TABLE measure (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    -- In each language.
    title TEXT NOT NULL,
    -- The responsible ministry.
    ministry_id TEXT NOT NULL REFERENCES organisation (id),
    first_year BIGINT NOT NULL,
    last_year BIGINT NOT NULL,
    -- Plain texts, as the action plan says them.
    description TEXT NOT NULL,
    goals TEXT NOT NULL,
    activities TEXT NOT NULL,
    contact TEXT NOT NULL,
    -- Raised by every change of the measure, and by each line of its history.
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX measure_board ON measure (board_id);
CREATE INDEX measure_ministry ON measure (ministry_id);

-- Who carries it out, and who takes part. Nobody carries out what is undecided.
CREATE TABLE measure_party (
    measure_id TEXT NOT NULL REFERENCES measure (id),
    part TEXT NOT NULL CHECK (part IN ('performs', 'involved')),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    PRIMARY KEY (measure_id, part, organisation_id)
);
CREATE INDEX measure_party_organisation ON measure_party (organisation_id);

-- Its history: a line is added and never changed. The status is a code of the list measure_status.
CREATE TABLE measure_status (
    measure_id TEXT NOT NULL REFERENCES measure (id),
    -- From 1 on.
    position BIGINT NOT NULL,
    status TEXT NOT NULL,
    on_day DATE NOT NULL,
    note TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES person (id),
    made_at TIMESTAMP NOT NULL,
    PRIMARY KEY (measure_id, position)
);
CREATE INDEX measure_status_made_by ON measure_status (made_by);

-- The cases that told a board how its measures stand.
CREATE TABLE measure_report (
    case_id TEXT PRIMARY KEY NOT NULL REFERENCES board_case (id),
    board_id TEXT NOT NULL REFERENCES board (id),
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX measure_report_board ON measure_report (board_id, made_at);
