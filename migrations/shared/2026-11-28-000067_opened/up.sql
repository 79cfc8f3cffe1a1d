-- For how many days the secretariat sees who has opened the papers; none where it does not.
ALTER TABLE board ADD COLUMN opened_kept_days BIGINT;

-- That a reader has opened a paper, written only where the board's data says so, from then on.
CREATE TABLE paper_opened (
    paper_id TEXT NOT NULL REFERENCES paper (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    board_id TEXT NOT NULL REFERENCES board (id),
    number BIGINT NOT NULL,
    at TIMESTAMP NOT NULL,
    PRIMARY KEY (paper_id, person_id)
);
CREATE INDEX paper_opened_person ON paper_opened (person_id);
CREATE INDEX paper_opened_board ON paper_opened (board_id, at);
