-- How the pages of a PDF can stand in a pack; none for what is no PDF, and for versions that were not looked at.
ALTER TABLE paper_version ADD COLUMN fit TEXT CHECK (fit IN ('whole', 'without_marks', 'locked', 'damaged', 'too_long'));

-- The document that a written version became when it was sent out: PDF/A-2a and PDF/UA-1.
CREATE TABLE paper_document (
    paper_id TEXT NOT NULL REFERENCES paper (id),
    number BIGINT NOT NULL,
    checksum TEXT NOT NULL,
    size BIGINT NOT NULL,
    pages BIGINT NOT NULL,
    PRIMARY KEY (paper_id, number)
);

-- The numbers that the pages of a meeting's papers were given when they went out, over the whole meeting. Rows are only
-- added: whoever says “page 45” is understood in every pack and on every screen. A row without a paper is the divider
-- of its case.
CREATE TABLE page_range (
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    first BIGINT NOT NULL,
    pages BIGINT NOT NULL,
    case_id TEXT NOT NULL REFERENCES board_case (id),
    paper_id TEXT REFERENCES paper (id),
    number BIGINT,
    PRIMARY KEY (meeting_id, first)
);
CREATE INDEX page_range_paper ON page_range (paper_id);

-- Packs that were made, by the hash of everything that is in them: readers with the same rights have the same.
CREATE TABLE pack (
    key TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    checksum TEXT NOT NULL,
    size BIGINT NOT NULL,
    pages BIGINT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP NOT NULL,
    dropped_at TIMESTAMP
);
CREATE INDEX pack_meeting ON pack (meeting_id);
CREATE INDEX pack_used ON pack (used_at);
CREATE INDEX pack_dropped ON pack (dropped_at);

-- The packs that the mail of a dispatch waits for.
CREATE TABLE dispatch_pack (
    dispatch_id TEXT NOT NULL REFERENCES dispatch (id),
    key TEXT NOT NULL,
    PRIMARY KEY (dispatch_id, key)
);
CREATE INDEX dispatch_pack_key ON dispatch_pack (key);
