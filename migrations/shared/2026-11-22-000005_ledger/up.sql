-- Something that makes mail due: at most one row for a kind, an object, a slot (which reminder) and an occurrence.
CREATE TABLE occasion (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    board_id TEXT REFERENCES board (id),
    object_kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    slot TEXT NOT NULL,
    occurrence BIGINT NOT NULL,
    about_day DATE,
    deadline TIMESTAMP,
    due TIMESTAMP NOT NULL,
    expires TIMESTAMP NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'told', 'fulfilled', 'withdrawn', 'stale', 'nobody', 'broken')),
    why TEXT NOT NULL DEFAULT '',
    settled_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    UNIQUE (object_id, kind, slot, occurrence)
);
CREATE INDEX occasion_due ON occasion (due) WHERE state = 'planned';
CREATE INDEX occasion_alarm ON occasion (settled_at) WHERE state IN ('nobody', 'broken');
CREATE INDEX occasion_board ON occasion (board_id, due);

-- One mail to one person. Its Message-ID is fixed here, so that a repeat after a crash can be recognised.
CREATE TABLE message (
    id TEXT PRIMARY KEY NOT NULL,
    occasion_id TEXT NOT NULL REFERENCES occasion (id),
    board_id TEXT REFERENCES board (id),
    recipient TEXT NOT NULL,
    person_id TEXT,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    language TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('queued', 'claimed', 'handed_over', 'dead', 'withdrawn')),
    attempts BIGINT NOT NULL,
    not_before TIMESTAMP NOT NULL,
    expires TIMESTAMP NOT NULL,
    claimed_by TEXT NOT NULL DEFAULT '',
    handed_over_at TIMESTAMP,
    last_answer TEXT NOT NULL DEFAULT '',
    created_at TIMESTAMP NOT NULL,
    UNIQUE (occasion_id, recipient)
);
CREATE INDEX message_next ON message (not_before) WHERE state IN ('queued', 'claimed');
CREATE INDEX message_dead ON message (created_at) WHERE state = 'dead';
CREATE INDEX message_board ON message (board_id, created_at);
CREATE INDEX message_person ON message (person_id, created_at);

-- Each try to hand a message over, and what the server answered.
CREATE TABLE delivery (
    id TEXT PRIMARY KEY NOT NULL,
    message_id TEXT NOT NULL REFERENCES message (id),
    attempt BIGINT NOT NULL,
    at TIMESTAMP NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('handed_over', 'refused', 'put_off', 'withheld')),
    answer TEXT NOT NULL
);
CREATE INDEX delivery_message ON delivery (message_id);
