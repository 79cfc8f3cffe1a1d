-- A subscription is to what a board publishes, or to what boards publish about a product. The table is made anew, because
-- SQLite does not change what must be there.
DROP INDEX subscription_address;
DROP INDEX subscription_person;
DROP INDEX subscription_board;
DROP INDEX subscription_asked;
DROP INDEX subscription_ended;
ALTER TABLE subscription RENAME TO subscription_before;
CREATE TABLE subscription (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT REFERENCES board (id),
    product_id TEXT REFERENCES product (id),
    address TEXT,
    person_id TEXT REFERENCES person (id),
    language TEXT NOT NULL,
    frequency TEXT NOT NULL CHECK (frequency IN ('each', 'weekly')),
    state TEXT NOT NULL CHECK (state IN ('asked', 'confirmed', 'ended')),
    asked_at TIMESTAMP NOT NULL,
    confirmed_at TIMESTAMP,
    ended_at TIMESTAMP,
    last_told_at TIMESTAMP,
    CHECK ((address IS NULL) <> (person_id IS NULL)),
    CHECK ((board_id IS NULL) <> (product_id IS NULL))
);
INSERT INTO subscription
    (id, board_id, address, person_id, language, frequency, state, asked_at, confirmed_at, ended_at, last_told_at)
SELECT id, board_id, address, person_id, language, frequency, state, asked_at, confirmed_at, ended_at, last_told_at
FROM subscription_before;
DROP TABLE subscription_before;
CREATE UNIQUE INDEX subscription_address ON subscription (address, board_id);
CREATE UNIQUE INDEX subscription_person ON subscription (person_id, board_id);
CREATE UNIQUE INDEX subscription_address_product ON subscription (address, product_id);
CREATE UNIQUE INDEX subscription_person_product ON subscription (person_id, product_id);
CREATE INDEX subscription_board ON subscription (board_id, state);
CREATE INDEX subscription_product ON subscription (product_id, state);
CREATE INDEX subscription_asked ON subscription (asked_at) WHERE state = 'asked';
CREATE INDEX subscription_ended ON subscription (ended_at) WHERE state = 'ended';
-- Letters about a product are of several boards, or of none: they are found by whom they were to.
CREATE INDEX message_recipient ON message (recipient);
