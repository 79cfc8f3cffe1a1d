-- What a secretariat has sent on its click: a notice of one or more meetings, or a message in its own words.
CREATE TABLE notice (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    kind TEXT NOT NULL CHECK (kind IN ('save_the_date', 'call', 'change', 'cancellation', 'message')),
    subject TEXT NOT NULL,
    paragraph TEXT NOT NULL,
    sent_by TEXT REFERENCES person (id),
    sent_at TIMESTAMP NOT NULL
);
CREATE INDEX notice_board ON notice (board_id, sent_at);

-- A meeting that a notice told of: its calendar sequence, what was told, and what had been told before.
CREATE TABLE notice_meeting (
    notice_id TEXT NOT NULL REFERENCES notice (id),
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    position BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    told TEXT NOT NULL,
    before TEXT,
    PRIMARY KEY (notice_id, meeting_id)
);
CREATE INDEX notice_meeting_meeting ON notice_meeting (meeting_id);

-- Whom it was chosen for, and of which meeting; of no meeting where the words are all it says. Who was told is in the
-- ledger.
CREATE TABLE notice_recipient (
    id TEXT PRIMARY KEY NOT NULL,
    notice_id TEXT NOT NULL REFERENCES notice (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    meeting_id TEXT REFERENCES meeting (id),
    UNIQUE (notice_id, person_id, meeting_id)
);
CREATE INDEX notice_recipient_meeting ON notice_recipient (meeting_id, person_id);

-- What someone has answered to being called to a meeting. It counts for the first day that it was given for.
CREATE TABLE reply (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    answer TEXT NOT NULL CHECK (answer IN ('in_person', 'digitally', 'not_coming', 'deputy')),
    for_day DATE NOT NULL,
    answered_at TIMESTAMP NOT NULL,
    answered_by TEXT REFERENCES person (id),
    version BIGINT NOT NULL DEFAULT 1,
    UNIQUE (meeting_id, person_id)
);

-- A deputy for one appointment at one meeting. Scope: the whole meeting, so far.
CREATE TABLE replacement (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    appointment_id TEXT NOT NULL REFERENCES appointment (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    scope TEXT NOT NULL DEFAULT 'whole',
    state TEXT NOT NULL CHECK (state IN ('named', 'confirmed', 'withdrawn')),
    named_by TEXT NOT NULL REFERENCES person (id),
    named_at TIMESTAMP NOT NULL,
    settled_by TEXT REFERENCES person (id),
    settled_at TIMESTAMP
);
CREATE INDEX replacement_meeting ON replacement (meeting_id, appointment_id);
CREATE INDEX replacement_person ON replacement (person_id, meeting_id);

-- Few meetings change after they were planned: the desk looks among these for what people have not been told.
CREATE INDEX meeting_changed ON meeting (first_day, id) WHERE calendar_sequence > 0;
