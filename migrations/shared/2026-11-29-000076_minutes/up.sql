-- The minutes of a meeting while they are written: what stands above the items.
CREATE TABLE minutes (
    meeting_id TEXT PRIMARY KEY NOT NULL REFERENCES meeting (id),
    language TEXT NOT NULL,
    opening TEXT NOT NULL,
    version BIGINT NOT NULL
);

-- What is written of one item. It stands whatever becomes of the item, so nothing refers to that.
CREATE TABLE minute_item (
    item_id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    -- The case it is about: who may not read that reads nothing of this.
    case_id TEXT REFERENCES board_case (id),
    -- What the item was called when this was saved.
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    -- A code of the list 'outcome', or nothing.
    outcome TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    dissent TEXT NOT NULL,
    starts TIME,
    ends TIME,
    version BIGINT NOT NULL,
    saved_by TEXT NOT NULL REFERENCES person (id),
    saved_at TIMESTAMP NOT NULL
);
CREATE INDEX minute_item_meeting ON minute_item (meeting_id);
CREATE INDEX minute_item_case ON minute_item (case_id);
CREATE INDEX minute_item_saved_by ON minute_item (saved_by);
