-- The text of what is searched for: of each case, and of the version of each paper that its readers have. It is made
-- from the other tables and the store of files, and can be made again. It says of which row versions it is: what has
-- changed since is not found until it is read anew.
CREATE TABLE search_text (
    id BIGINT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL REFERENCES board_case (id),
    paper_id TEXT REFERENCES paper (id),
    version BIGINT NOT NULL,
    number BIGINT,
    content TEXT NOT NULL
);
CREATE UNIQUE INDEX search_text_case ON search_text (case_id) WHERE paper_id IS NULL;
CREATE UNIQUE INDEX search_text_paper ON search_text (paper_id);

-- What has been written or changed, and is to be read for the search; whoever writes need not know of it.
CREATE TABLE search_due (
    object_id TEXT PRIMARY KEY NOT NULL,
    is_paper BOOLEAN NOT NULL,
    tries BIGINT NOT NULL
);
INSERT INTO search_due (object_id, is_paper, tries) SELECT id, FALSE, 0 FROM board_case;
INSERT INTO search_due (object_id, is_paper, tries) SELECT id, TRUE, 0 FROM paper WHERE published IS NOT NULL;
