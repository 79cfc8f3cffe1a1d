-- Keys that sign links and forms; made at the first start, never shown.
CREATE TABLE secret (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);

-- What happened, by whom. No foreign keys: the entry outlives what it is about.
CREATE TABLE audit_entry (
    id TEXT PRIMARY KEY NOT NULL,
    at TIMESTAMP NOT NULL,
    actor_id TEXT,
    board_id TEXT,
    object_kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    object_version BIGINT NOT NULL,
    action TEXT NOT NULL,
    changes TEXT NOT NULL
);
CREATE INDEX audit_entry_object ON audit_entry (object_id, at);

-- The last sign of life of each kind of pass, and who may make the next one.
CREATE TABLE heartbeat (
    name TEXT PRIMARY KEY NOT NULL,
    at TIMESTAMP NOT NULL,
    holder TEXT NOT NULL,
    held_until TIMESTAMP NOT NULL,
    detail TEXT NOT NULL
);

-- Words for open lists (board, meeting, seat and organisation kinds, outcomes): data, so that another body has its own.
CREATE TABLE code_word (
    list TEXT NOT NULL,
    code TEXT NOT NULL,
    position BIGINT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (list, code)
);
