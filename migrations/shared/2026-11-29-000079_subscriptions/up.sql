-- Who is told when minutes are published: a person of ours, at the address that is theirs then, or an address that has
-- confirmed it itself.
CREATE TABLE subscription (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    address TEXT,
    person_id TEXT REFERENCES person (id),
    language TEXT NOT NULL,
    frequency TEXT NOT NULL CHECK (frequency IN ('each', 'weekly')),
    state TEXT NOT NULL CHECK (state IN ('asked', 'confirmed', 'ended')),
    asked_at TIMESTAMP NOT NULL,
    confirmed_at TIMESTAMP,
    ended_at TIMESTAMP,
    last_told_at TIMESTAMP,
    CHECK ((address IS NULL) <> (person_id IS NULL))
);
CREATE UNIQUE INDEX subscription_address ON subscription (address, board_id);
CREATE UNIQUE INDEX subscription_person ON subscription (person_id, board_id);
CREATE INDEX subscription_board ON subscription (board_id, state);
CREATE INDEX subscription_asked ON subscription (asked_at) WHERE state = 'asked';
CREATE INDEX subscription_ended ON subscription (ended_at) WHERE state = 'ended';
