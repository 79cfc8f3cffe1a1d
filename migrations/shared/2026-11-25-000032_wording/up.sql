-- A board's own words for one kind of mail in one language: its subject and what opens it, with {code} for each
-- placeholder. Not in use: the board went back to the usual words, and what it had is kept to look at.
CREATE TABLE mail_wording (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    kind TEXT NOT NULL,
    variant TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    opening TEXT NOT NULL,
    in_use BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    changed_by TEXT NOT NULL REFERENCES person (id),
    changed_at TIMESTAMP NOT NULL,
    UNIQUE (board_id, kind, variant, language)
);
