-- Provisions of law by which something may be exempt, between the dates on which they are in force: a new act is new rows.
CREATE TABLE legal_basis (
    id TEXT PRIMARY KEY NOT NULL,
    position BIGINT NOT NULL,
    reference TEXT NOT NULL,
    words TEXT NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE
);

-- Every assessment under offentleglova of anything that is read; the last one is in force.
CREATE TABLE assessment (
    id TEXT PRIMARY KEY NOT NULL,
    object_kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('not_assessed', 'open', 'exempt')),
    basis_id TEXT REFERENCES legal_basis (id),
    scope TEXT CHECK (scope IN ('part', 'whole', 'title')),
    extended_access BOOLEAN NOT NULL,
    reassess_on DATE,
    open_from TIMESTAMP,
    assessed_by TEXT NOT NULL REFERENCES person (id),
    assessed_at TIMESTAMP NOT NULL
);
CREATE INDEX assessment_object ON assessment (object_id, assessed_at);

-- Lets one person read one object; through a board, only as long as the person has a role on that board.
CREATE TABLE opening (
    id TEXT PRIMARY KEY NOT NULL,
    object_kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    through_board_id TEXT REFERENCES board (id),
    valid_until TIMESTAMP,
    given_by TEXT NOT NULL REFERENCES person (id),
    given_at TIMESTAMP NOT NULL,
    withdrawn_at TIMESTAMP
);
CREATE INDEX opening_person ON opening (person_id) WHERE withdrawn_at IS NULL;
CREATE INDEX opening_object ON opening (object_id);
