-- A case that a board treats every year: what it is called, what kind of case it is, and at which meetings of the year.
CREATE TABLE plan_template (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    -- In each language.
    title TEXT NOT NULL,
    -- A code of the list case_type, and one of case_subject.
    case_kind TEXT NOT NULL,
    case_subject TEXT NOT NULL,
    -- What the numbers count: the year's ordinary meetings, or its months.
    counting TEXT NOT NULL CHECK (counting IN ('meeting', 'month')),
    -- From 1 to 12, with commas between.
    numbers TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX plan_template_board ON plan_template (board_id);
