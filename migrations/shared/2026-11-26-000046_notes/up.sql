-- A reader's own notes on a paper: nobody else's to see. The number is the version that they were written to.
CREATE TABLE paper_note (
    id TEXT PRIMARY KEY NOT NULL,
    paper_id TEXT NOT NULL REFERENCES paper (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    number BIGINT NOT NULL,
    page BIGINT,
    content TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL
);
CREATE INDEX paper_note_person ON paper_note (person_id, paper_id);
CREATE INDEX paper_note_paper ON paper_note (paper_id);
