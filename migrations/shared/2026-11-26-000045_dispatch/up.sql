-- Papers that were sent out for a meeting: the first time (number 1), and each supplement after it. Rows are only added:
-- they prove when each paper could be read, and by whom.
CREATE TABLE dispatch (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    number BIGINT NOT NULL,
    paragraph TEXT NOT NULL,
    sent_by TEXT NOT NULL REFERENCES person (id),
    sent_at TIMESTAMP NOT NULL,
    UNIQUE (meeting_id, number)
);

CREATE TABLE dispatch_paper (
    dispatch_id TEXT NOT NULL REFERENCES dispatch (id),
    paper_id TEXT NOT NULL REFERENCES paper (id),
    number BIGINT NOT NULL,
    PRIMARY KEY (dispatch_id, paper_id)
);
CREATE INDEX dispatch_paper_paper ON dispatch_paper (paper_id);

CREATE TABLE dispatch_recipient (
    dispatch_id TEXT NOT NULL REFERENCES dispatch (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (dispatch_id, person_id)
);
CREATE INDEX dispatch_recipient_person ON dispatch_recipient (person_id);
