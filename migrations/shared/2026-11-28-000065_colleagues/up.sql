-- Whether the board lets its members name colleagues who read along.
ALTER TABLE board ADD COLUMN colleagues_read BOOLEAN NOT NULL DEFAULT FALSE;

-- Someone at home whom a member lets read papers of one meeting. Nobody signs in with it: a link in a mail opens what
-- stands in colleague_paper, as long as the member reads it too.
CREATE TABLE colleague (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    named_by TEXT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    language TEXT NOT NULL,
    named_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP
);
CREATE INDEX colleague_meeting ON colleague (meeting_id, named_at);
CREATE INDEX colleague_named_by ON colleague (named_by);

CREATE TABLE colleague_paper (
    colleague_id TEXT NOT NULL REFERENCES colleague (id),
    paper_id TEXT NOT NULL REFERENCES paper (id),
    PRIMARY KEY (colleague_id, paper_id)
);
CREATE INDEX colleague_paper_paper ON colleague_paper (paper_id);
