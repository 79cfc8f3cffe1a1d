-- The annual plan of a board: which cases it treats at which meeting of a year. Its meetings stand in the year plan.
CREATE TABLE annual_plan (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    year BIGINT NOT NULL,
    -- Whom it is shown to; the secretariat alone until it is published.
    audience TEXT NOT NULL CHECK (audience IN ('secretariat', 'members', 'service_owners', 'public')),
    -- The day on which the board approved it, in what, and when that was written down; none of them before that.
    approved_on DATE,
    approved_case TEXT REFERENCES board_case (id),
    approved_in TEXT NOT NULL DEFAULT '',
    approved_at TIMESTAMP,
    version BIGINT NOT NULL DEFAULT 1,
    UNIQUE (board_id, year)
);
CREATE INDEX annual_plan_case ON annual_plan (approved_case);

-- A case in an annual plan. What has become of it follows from its case and its meeting, and is not kept.
CREATE TABLE plan_item (
    id TEXT PRIMARY KEY NOT NULL,
    plan_id TEXT NOT NULL REFERENCES annual_plan (id),
    -- In each language; empty where it was made from a case.
    title TEXT NOT NULL,
    case_kind TEXT NOT NULL,
    case_subject TEXT NOT NULL,
    -- The template that it was made from, which may be gone, and which of its numbers.
    template_id TEXT,
    template_number BIGINT,
    case_id TEXT REFERENCES board_case (id),
    meeting_id TEXT REFERENCES meeting (id),
    -- The item of an earlier year that was not treated then.
    carried_from TEXT UNIQUE REFERENCES plan_item (id),
    -- Why it was taken out of the plan; empty while it stands.
    dropped TEXT NOT NULL DEFAULT '',
    -- When the plan last became another because of it.
    changed_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    UNIQUE (plan_id, template_id, template_number),
    UNIQUE (plan_id, case_id)
);
CREATE INDEX plan_item_case ON plan_item (case_id);
CREATE INDEX plan_item_meeting ON plan_item (meeting_id);
