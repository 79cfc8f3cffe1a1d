-- What a member's organisation says about a case, once it is sent. Each time it is sent again the number rises and the
-- text is the new one.
CREATE TABLE case_input (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    case_id TEXT NOT NULL REFERENCES board_case (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    organisation_id TEXT REFERENCES organisation (id),
    content TEXT NOT NULL,
    number BIGINT NOT NULL,
    first_sent_at TIMESTAMP NOT NULL,
    sent_at TIMESTAMP NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('secretariat', 'members', 'service_owners', 'public')),
    assessment TEXT NOT NULL CHECK (assessment IN ('not_assessed', 'open', 'exempt')),
    open_from TIMESTAMP,
    withdrawn_at TIMESTAMP,
    UNIQUE (case_id, person_id)
);
CREATE INDEX case_input_board ON case_input (board_id);
CREATE INDEX case_input_person ON case_input (person_id);

-- While it is written: the writer's alone.
CREATE TABLE case_input_draft (
    case_id TEXT NOT NULL REFERENCES board_case (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    content TEXT NOT NULL,
    saved_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (case_id, person_id)
);
CREATE INDEX case_input_draft_person ON case_input_draft (person_id);
