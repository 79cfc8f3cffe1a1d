DROP INDEX message_recipient;
DROP INDEX subscription_address;
DROP INDEX subscription_person;
DROP INDEX subscription_address_product;
DROP INDEX subscription_person_product;
DROP INDEX subscription_board;
DROP INDEX subscription_product;
DROP INDEX subscription_asked;
DROP INDEX subscription_ended;
ALTER TABLE subscription RENAME TO subscription_after;
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
-- What is subscribed to about a product has no place here.
INSERT INTO subscription
    (id, board_id, address, person_id, language, frequency, state, asked_at, confirmed_at, ended_at, last_told_at)
SELECT id, board_id, address, person_id, language, frequency, state, asked_at, confirmed_at, ended_at, last_told_at
FROM subscription_after WHERE board_id IS NOT NULL;
DROP TABLE subscription_after;
CREATE UNIQUE INDEX subscription_address ON subscription (address, board_id);
CREATE UNIQUE INDEX subscription_person ON subscription (person_id, board_id);
CREATE INDEX subscription_board ON subscription (board_id, state);
CREATE INDEX subscription_asked ON subscription (asked_at) WHERE state = 'asked';
CREATE INDEX subscription_ended ON subscription (ended_at) WHERE state = 'ended';
