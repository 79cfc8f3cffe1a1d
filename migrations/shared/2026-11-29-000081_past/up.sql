-- What the old papers say of an imported case and has no other place.
CREATE TABLE case_source (
    case_id TEXT PRIMARY KEY NOT NULL REFERENCES board_case (id),
    -- As it was written, such as 01/16 for what is 1/16 here; empty where the case had none.
    number TEXT NOT NULL,
    -- Who prepared it, where that is neither an organisation nor a board, such as a secretariat. Without a value it is not known
    -- who did; when it is empty nobody is named besides those that stand in their own places.
    responsible TEXT,
    remark TEXT NOT NULL
);

-- What nobody knows of an imported meeting: without a row here, what is missing was not there.
CREATE TABLE meeting_unknown (
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    part TEXT NOT NULL CHECK (part IN ('standing_items', 'cases', 'guests', 'attendance', 'secretariat')),
    PRIMARY KEY (meeting_id, part)
);

-- Whose minutes an item approves: of one meeting or of several.
CREATE TABLE minutes_approval (
    item_id TEXT NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    PRIMARY KEY (item_id, meeting_id)
);
CREATE INDEX minutes_approval_meeting ON minutes_approval (meeting_id);

-- Where imported minutes were published, and when if that is known.
CREATE TABLE minutes_source (
    meeting_id TEXT PRIMARY KEY NOT NULL REFERENCES meeting (id),
    published_on DATE,
    source TEXT NOT NULL,
    remark TEXT NOT NULL
);

-- How old minutes spell an organisation, where that is another word than in the register.
ALTER TABLE attendance ADD COLUMN as_written TEXT NOT NULL DEFAULT '';
-- For how long someone was there, in the words of the minutes, where that is no range of items (“until lunch”); empty where they
-- say no more than that it was a part, or nothing. Without a value the items tell it.
ALTER TABLE attendance ADD COLUMN stay_said TEXT;
ALTER TABLE attendance ADD COLUMN remark TEXT NOT NULL DEFAULT '';
