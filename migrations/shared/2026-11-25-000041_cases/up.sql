-- What a board lays down about its cases. A board without a row has the defaults of the program.
CREATE TABLE case_setting (
    board_id TEXT PRIMARY KEY NOT NULL REFERENCES board (id),
    numbering TEXT NOT NULL CHECK (numbering IN ('year', 'meeting')),
    reader_roles TEXT NOT NULL,
    talk_reminder_days BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);

-- The last number given in a series: taken first in the transaction that gives the next.
CREATE TABLE case_counter (
    board_id TEXT NOT NULL REFERENCES board (id),
    series TEXT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (board_id, series)
);

CREATE TABLE board_case (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    title TEXT NOT NULL,
    public_title TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    language TEXT NOT NULL,
    description TEXT NOT NULL,
    archive_reference TEXT NOT NULL,
    responsible_board_id TEXT REFERENCES board (id),
    affects_municipalities BOOLEAN NOT NULL,
    follows_id TEXT REFERENCES board_case (id),
    wanted_meeting_id TEXT REFERENCES meeting (id),
    meeting_id TEXT REFERENCES meeting (id),
    series TEXT,
    sequence BIGINT,
    year BIGINT,
    state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined', 'postponed', 'scheduled', 'treated', 'closed')),
    proposed_by TEXT NOT NULL REFERENCES person (id),
    proposed_through TEXT NOT NULL REFERENCES board (id),
    proposed_at TIMESTAMP NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('secretariat', 'members', 'service_owners', 'public')),
    assessment TEXT NOT NULL CHECK (assessment IN ('not_assessed', 'open', 'exempt')),
    title_exempt BOOLEAN NOT NULL,
    open_from TIMESTAMP,
    withdrawn_at TIMESTAMP,
    version BIGINT NOT NULL DEFAULT 1,
    UNIQUE (board_id, series, sequence)
);
CREATE INDEX board_case_board ON board_case (board_id, proposed_at);
CREATE INDEX board_case_state ON board_case (board_id, state, proposed_at);
CREATE INDEX board_case_number ON board_case (board_id, year, sequence);
CREATE INDEX board_case_meeting ON board_case (meeting_id);
CREATE INDEX board_case_follows ON board_case (follows_id);
CREATE INDEX board_case_talk ON board_case (board_id) WHERE affects_municipalities;

CREATE TABLE case_organisation (
    case_id TEXT NOT NULL REFERENCES board_case (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    PRIMARY KEY (case_id, organisation_id)
);

-- Each state a case has come to, with who, when and why.
CREATE TABLE case_event (
    id TEXT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL REFERENCES board_case (id),
    state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined', 'postponed', 'scheduled', 'treated', 'closed')),
    at TIMESTAMP NOT NULL,
    by_id TEXT REFERENCES person (id),
    reason TEXT NOT NULL,
    meeting_id TEXT REFERENCES meeting (id)
);
CREATE INDEX case_event_case ON case_event (case_id, at);

-- The early talk with KS about what affects municipalities (the digitalisation circular, 2.2).
CREATE TABLE early_talk (
    case_id TEXT PRIMARY KEY NOT NULL REFERENCES board_case (id),
    held_on DATE NOT NULL,
    with_whom TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES person (id),
    recorded_at TIMESTAMP NOT NULL
);

-- The chair lets a case into a meeting although it was proposed too late for it.
CREATE TABLE late_permission (
    id TEXT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL REFERENCES board_case (id),
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    given_by TEXT NOT NULL REFERENCES person (id),
    recorded_by TEXT NOT NULL REFERENCES person (id),
    recorded_at TIMESTAMP NOT NULL,
    reason TEXT NOT NULL,
    UNIQUE (case_id, meeting_id)
);

-- A case is closed to one person, who has a conflict of interest (inhabilitet), until it is withdrawn.
CREATE TABLE recusal (
    id TEXT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL REFERENCES board_case (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    reason TEXT NOT NULL,
    declared_by TEXT NOT NULL REFERENCES person (id),
    declared_at TIMESTAMP NOT NULL,
    withdrawn_by TEXT REFERENCES person (id),
    withdrawn_at TIMESTAMP
);
CREATE INDEX recusal_case ON recusal (case_id);
CREATE INDEX recusal_person ON recusal (person_id) WHERE withdrawn_at IS NULL;
