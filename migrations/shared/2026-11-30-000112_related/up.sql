-- The bodies that a board is related to, such as those that are heard on its cases.
CREATE TABLE related_body (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    -- In each language.
    name TEXT NOT NULL,
    -- A code of the list relation_kind.
    kind TEXT NOT NULL,
    -- None where it is no organisation that is registered.
    organisation_id TEXT REFERENCES organisation (id),
    -- What it is heard on, in plain text.
    heard_on TEXT NOT NULL,
    -- The document that describes the relation, and where it is found.
    document TEXT NOT NULL,
    -- An address that begins with http or https, or nothing.
    link TEXT NOT NULL,
    archive_reference TEXT NOT NULL,
    dated DATE,
    -- The version of the mandate that it belongs to.
    mandate_id TEXT REFERENCES mandate_version (id),
    -- By when the document is to be looked through; none where nobody has to.
    review_on DATE,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX related_body_board ON related_body (board_id);
CREATE INDEX related_body_organisation ON related_body (organisation_id);
CREATE INDEX related_body_mandate ON related_body (mandate_id);

-- The subjects of cases on which it is to be heard: codes of the list case_subject.
CREATE TABLE related_subject (
    body_id TEXT NOT NULL REFERENCES related_body (id),
    subject TEXT NOT NULL,
    PRIMARY KEY (body_id, subject)
);

-- When the document was looked through, and until when it holds then. A line is added and never changed.
CREATE TABLE related_review (
    body_id TEXT NOT NULL REFERENCES related_body (id),
    -- From 1 on.
    position BIGINT NOT NULL,
    reviewed_on DATE NOT NULL,
    next_on DATE,
    note TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (body_id, position)
);
CREATE INDEX related_review_made_by ON related_review (made_by);

-- That a body is heard on a case. Whoever may read the case reads this.
CREATE TABLE case_hearing (
    case_id TEXT NOT NULL REFERENCES board_case (id),
    body_id TEXT NOT NULL REFERENCES related_body (id),
    asked_on DATE NOT NULL,
    answered_on DATE,
    answer TEXT NOT NULL,
    -- An address that begins with http or https, or nothing.
    link TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (case_id, body_id)
);
CREATE INDEX case_hearing_body ON case_hearing (body_id);
