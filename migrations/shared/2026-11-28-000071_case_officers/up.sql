-- Who prepares a case without a seat on its board: they read that case and write its papers until it is dealt with.
CREATE TABLE case_officer (
    id TEXT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL REFERENCES board_case (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    named_by TEXT NOT NULL REFERENCES person (id),
    named_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP
);
CREATE UNIQUE INDEX case_officer_standing ON case_officer (person_id, case_id) WHERE ended_at IS NULL;
CREATE INDEX case_officer_case ON case_officer (case_id);
