-- Whom the minutes of one item are shown to. `audience` holds now; `wanted` holds once they are published.
CREATE TABLE minute_access (
    item_id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    board_id TEXT NOT NULL REFERENCES board (id),
    -- The case whose closures shut it; the item itself where it is no case.
    subject_id TEXT NOT NULL,
    wanted TEXT NOT NULL CHECK (wanted IN ('secretariat', 'members', 'service_owners', 'public')),
    audience TEXT NOT NULL CHECK (audience IN ('secretariat', 'members', 'service_owners', 'public')),
    assessment TEXT NOT NULL CHECK (assessment IN ('not_assessed', 'open', 'exempt')),
    basis_id TEXT REFERENCES legal_basis (id),
    title_exempt BOOLEAN NOT NULL,
    open_from TIMESTAMP,
    withdrawn_at TIMESTAMP,
    version BIGINT NOT NULL
);
CREATE INDEX minute_access_meeting ON minute_access (meeting_id);
CREATE INDEX minute_access_subject ON minute_access (subject_id);
CREATE INDEX minute_access_board ON minute_access (board_id);
CREATE INDEX minute_access_basis ON minute_access (basis_id);

-- The minutes as they were sent out, approved or corrected. A version never changes.
CREATE TABLE minutes_version (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    board_id TEXT NOT NULL REFERENCES board (id),
    number BIGINT NOT NULL,
    step TEXT NOT NULL CHECK (step IN ('draft', 'approved', 'corrected')),
    language TEXT NOT NULL,
    -- What they say, as JSON.
    content TEXT NOT NULL,
    -- How far what they are made from had come: tells whether something was changed since.
    basis TEXT NOT NULL,
    -- Why they were corrected.
    reason TEXT NOT NULL,
    -- Nobody when they were approved by silence.
    made_by TEXT REFERENCES person (id),
    made_at TIMESTAMP NOT NULL,
    UNIQUE (meeting_id, number)
);
CREATE INDEX minutes_version_board ON minutes_version (board_id, made_at);
CREATE INDEX minutes_version_made_by ON minutes_version (made_by);

-- The round of remarks on the minutes of a meeting, until they are approved.
CREATE TABLE minutes_round (
    meeting_id TEXT PRIMARY KEY NOT NULL REFERENCES meeting (id),
    board_id TEXT NOT NULL REFERENCES board (id),
    -- The number of the version that is out for remarks.
    draft BIGINT NOT NULL,
    sent_by TEXT NOT NULL REFERENCES person (id),
    sent_at TIMESTAMP NOT NULL,
    -- The last day on which remarks are taken, and the moment at which it is over.
    remarks_on DATE NOT NULL,
    remarks_until TIMESTAMP NOT NULL,
    -- The number of the version that is approved.
    approved BIGINT,
    approved_at TIMESTAMP,
    approved_by TEXT REFERENCES person (id),
    -- The meeting that approved it; none when it was by silence.
    approving_id TEXT REFERENCES meeting (id),
    -- Why they are being corrected, while they are.
    correction TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX minutes_round_board ON minutes_round (board_id) WHERE approved IS NULL;
CREATE INDEX minutes_round_approving ON minutes_round (approving_id);

-- What someone who was there asks to have changed, and what came of it.
CREATE TABLE minutes_remark (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    board_id TEXT NOT NULL REFERENCES board (id),
    -- The item it is about; none when it is about all of the minutes.
    item_id TEXT,
    case_id TEXT REFERENCES board_case (id),
    draft BIGINT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    content TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'answered')),
    answer TEXT NOT NULL,
    settled_by TEXT REFERENCES person (id),
    settled_at TIMESTAMP
);
CREATE INDEX minutes_remark_meeting ON minutes_remark (meeting_id, made_at);
CREATE INDEX minutes_remark_person ON minutes_remark (person_id);
CREATE INDEX minutes_remark_open ON minutes_remark (board_id) WHERE state = 'open';
CREATE INDEX minutes_remark_case ON minutes_remark (case_id);

-- A version of the minutes that was given to everyone it is meant for, or is asked to be.
CREATE TABLE publication (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    board_id TEXT NOT NULL REFERENCES board (id),
    -- The number of the version.
    number BIGINT NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('asked', 'published', 'replaced', 'undone', 'withdrawn')),
    asked_by TEXT NOT NULL REFERENCES person (id),
    asked_at TIMESTAMP NOT NULL,
    -- Who published it: another person, where the board wants two.
    published_by TEXT REFERENCES person (id),
    published_at TIMESTAMP,
    -- Until then it can be undone, and nobody is told.
    mail_at TIMESTAMP,
    withdrawn_by TEXT REFERENCES person (id),
    withdrawn_at TIMESTAMP,
    reason TEXT NOT NULL
);
CREATE INDEX publication_meeting ON publication (meeting_id, asked_at);
CREATE INDEX publication_board ON publication (board_id, published_at);
CREATE INDEX publication_asked_by ON publication (asked_by);
CREATE INDEX publication_published_by ON publication (published_by);

-- What a board lays down about its minutes and its public pages. A board without a row has the defaults of the program.
CREATE TABLE minutes_setting (
    board_id TEXT PRIMARY KEY NOT NULL REFERENCES board (id),
    approval TEXT NOT NULL CHECK (approval IN ('silence', 'meeting')),
    needs_second BOOLEAN NOT NULL,
    -- Whom the minutes are meant for where nothing is exempt: by mandate § 6 the service owners.
    meant_for TEXT NOT NULL CHECK (meant_for IN ('secretariat', 'members', 'service_owners', 'public')),
    -- Whom the board's own pages are shown to: mandate, members, meetings.
    shown_to TEXT NOT NULL CHECK (shown_to IN ('secretariat', 'members', 'service_owners', 'public')),
    version BIGINT NOT NULL
);

-- What is published, item by item, for lists and searches: there as long as the minutes are out.
CREATE TABLE published_item (
    item_id TEXT PRIMARY KEY NOT NULL REFERENCES minute_access (item_id),
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    board_id TEXT NOT NULL REFERENCES board (id),
    case_id TEXT REFERENCES board_case (id),
    position BIGINT NOT NULL,
    -- '12/26', or nothing.
    label TEXT NOT NULL,
    -- As it may be told outside the board.
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    content TEXT NOT NULL,
    outcome TEXT NOT NULL,
    -- The word for the outcome, in the language of the minutes.
    outcome_word TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    -- The first day of the meeting.
    day DATE NOT NULL,
    published_at TIMESTAMP NOT NULL
);
CREATE INDEX published_item_meeting ON published_item (meeting_id, position);
CREATE INDEX published_item_case ON published_item (case_id, day);
CREATE INDEX published_item_board ON published_item (board_id, day);
CREATE INDEX published_item_day ON published_item (day);
