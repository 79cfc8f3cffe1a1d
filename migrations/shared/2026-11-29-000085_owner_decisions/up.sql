-- What the owner of a board decided on what the board came to under an item of its minutes: which version of that is
-- shown to the board and which to everyone else. It is read by those who may read the item.
CREATE TABLE owner_decision (
    item_id TEXT PRIMARY KEY NOT NULL REFERENCES minute_access (item_id),
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    board_id TEXT NOT NULL REFERENCES board (id),
    -- The number of the version that the board is shown; none where it was taken back.
    inside BIGINT,
    -- The same for everyone else: another one while a second person has not released the newest.
    outside BIGINT,
    -- When what everyone else is shown last became another; none before they were shown anything.
    changed_at TIMESTAMP,
    version BIGINT NOT NULL
);
CREATE INDEX owner_decision_meeting ON owner_decision (meeting_id);
CREATE INDEX owner_decision_board ON owner_decision (board_id);

-- Every version that was written, which stays as it is.
CREATE TABLE owner_decision_version (
    id TEXT PRIMARY KEY NOT NULL,
    item_id TEXT NOT NULL REFERENCES owner_decision (item_id),
    -- From 1 on.
    number BIGINT NOT NULL,
    -- How it stands to what the board came to; none where the decision was taken back.
    stance TEXT CHECK (stance IN ('followed', 'in_part', 'not_followed', 'otherwise')),
    -- Who decided, by its name then.
    decider TEXT NOT NULL,
    decided_on DATE,
    content TEXT NOT NULL,
    -- An address that begins with http or https, or nothing.
    link TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES person (id),
    made_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX owner_decision_version_number ON owner_decision_version (item_id, number);
CREATE INDEX owner_decision_version_made_by ON owner_decision_version (made_by);
