-- A case that refers to a paper of another one. The paper stays with its own case, and so does who may read it.
CREATE TABLE shared_paper (
    paper_id TEXT NOT NULL REFERENCES paper (id),
    case_id TEXT NOT NULL REFERENCES board_case (id),
    added_by TEXT NOT NULL REFERENCES person (id),
    added_at TIMESTAMP NOT NULL,
    PRIMARY KEY (paper_id, case_id)
);
CREATE INDEX shared_paper_case ON shared_paper (case_id);
