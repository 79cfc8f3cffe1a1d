-- A paper of a case, or an attachment: what stays the same from version to version, and whom it is shown to.
CREATE TABLE paper (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    case_id TEXT NOT NULL REFERENCES board_case (id),
    part TEXT NOT NULL CHECK (part IN ('paper', 'attachment')),
    position BIGINT NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    archive_reference TEXT NOT NULL,
    latest BIGINT NOT NULL,
    published BIGINT,
    audience TEXT NOT NULL CHECK (audience IN ('secretariat', 'members', 'service_owners', 'public')),
    assessment TEXT NOT NULL CHECK (assessment IN ('not_assessed', 'open', 'exempt')),
    title_exempt BOOLEAN NOT NULL,
    open_from TIMESTAMP,
    withdrawn_at TIMESTAMP,
    created_by TEXT NOT NULL REFERENCES person (id),
    created_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX paper_case ON paper (case_id, position);
CREATE INDEX paper_board ON paper (board_id, created_at);

-- A version never changes: a new one is a new row, which says what changed. It is a text written here, or a file kept
-- under its SHA-256.
CREATE TABLE paper_version (
    id TEXT PRIMARY KEY NOT NULL,
    paper_id TEXT NOT NULL REFERENCES paper (id),
    number BIGINT NOT NULL,
    checksum TEXT NOT NULL,
    content TEXT,
    file_kind TEXT,
    file_name TEXT,
    file_size BIGINT,
    pages BIGINT,
    changed TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES person (id),
    made_at TIMESTAMP NOT NULL,
    late_reason TEXT,
    late_allowed_by TEXT REFERENCES person (id),
    numbers_reason TEXT,
    UNIQUE (paper_id, number)
);
CREATE INDEX paper_version_checksum ON paper_version (checksum);

-- A text while it is written, saved as it is typed.
CREATE TABLE paper_draft (
    paper_id TEXT PRIMARY KEY NOT NULL REFERENCES paper (id),
    content TEXT NOT NULL,
    saved_by TEXT NOT NULL REFERENCES person (id),
    saved_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL
);

-- The newest version of a paper that a reader has opened: for the reader alone, to see what is new.
CREATE TABLE paper_reading (
    paper_id TEXT NOT NULL REFERENCES paper (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    number BIGINT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (paper_id, person_id)
);
CREATE INDEX paper_reading_person ON paper_reading (person_id);
CREATE INDEX paper_reading_at ON paper_reading (at);
