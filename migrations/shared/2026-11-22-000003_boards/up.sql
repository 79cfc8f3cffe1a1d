CREATE TABLE board (
    id TEXT PRIMARY KEY NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    parent_id TEXT REFERENCES board (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    holiday_set TEXT NOT NULL,
    languages TEXT NOT NULL,
    liked_weekdays TEXT NOT NULL,
    liked_start TIME NOT NULL,
    liked_end TIME NOT NULL,
    mailbox TEXT NOT NULL,
    chair_counts BOOLEAN NOT NULL,
    parent_secretariat BOOLEAN NOT NULL DEFAULT FALSE,
    mail_on_from TIMESTAMP,
    public_revision BIGINT NOT NULL DEFAULT 1,
    version BIGINT NOT NULL DEFAULT 1
);

-- Weeks the board keeps free: school holidays and quiet periods. Half-open local dates.
CREATE TABLE closure (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    kind TEXT NOT NULL CHECK (kind IN ('school_holiday', 'quiet')),
    valid_from DATE NOT NULL,
    valid_until DATE NOT NULL,
    label TEXT NOT NULL
);
CREATE INDEX closure_board ON closure (board_id, valid_from);

CREATE TABLE mandate_version (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    label TEXT NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE,
    decision TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    UNIQUE (board_id, valid_from)
);

-- What the mandate demands, one row a rule: kind says what is ruled, subject of what (a seat kind, an outcome code).
CREATE TABLE mandate_rule (
    id TEXT PRIMARY KEY NOT NULL,
    mandate_id TEXT NOT NULL REFERENCES mandate_version (id),
    kind TEXT NOT NULL,
    subject TEXT NOT NULL DEFAULT '',
    position BIGINT NOT NULL DEFAULT 0,
    quantity BIGINT,
    strength TEXT NOT NULL CHECK (strength IN ('shall', 'normally')),
    words TEXT NOT NULL,
    paragraph TEXT NOT NULL
);
CREATE INDEX mandate_rule_of ON mandate_rule (mandate_id);

-- Lead times per meeting kind and stage. Negative days are before the first meeting day, positive after the last.
CREATE TABLE deadline_rule (
    id TEXT PRIMARY KEY NOT NULL,
    mandate_id TEXT NOT NULL REFERENCES mandate_version (id),
    meeting_kind TEXT NOT NULL,
    stage TEXT NOT NULL,
    days BIGINT NOT NULL,
    counting TEXT NOT NULL CHECK (counting IN ('calendar', 'working')),
    at_time TIME NOT NULL,
    strength TEXT NOT NULL CHECK (strength IN ('shall', 'normally')),
    paragraph TEXT NOT NULL,
    UNIQUE (mandate_id, meeting_kind, stage)
);

-- Who is reminded of what, how long before, and how often of what is overdue.
CREATE TABLE reminder_rule (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    about TEXT NOT NULL,
    to_role TEXT NOT NULL CHECK (to_role IN ('secretariat', 'chair', 'member', 'deputy', 'observer', 'aide', 'organisation')),
    kind TEXT NOT NULL CHECK (kind IN ('before', 'overdue')),
    quantity BIGINT NOT NULL,
    unit TEXT NOT NULL CHECK (unit IN ('days', 'months')),
    at_most BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX reminder_rule_board ON reminder_rule (board_id);

CREATE TABLE seat (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    kind TEXT NOT NULL,
    position BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE
);
CREATE INDEX seat_board ON seat (board_id);

-- The term: an organisation in a role between half-open local dates. No seat for chair, secretariat, observers, aides.
CREATE TABLE appointment (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    seat_id TEXT REFERENCES seat (id),
    organisation_id TEXT REFERENCES organisation (id),
    role TEXT NOT NULL CHECK (role IN ('secretariat', 'chair', 'member', 'deputy', 'observer', 'aide')),
    valid_from DATE NOT NULL,
    valid_until DATE,
    decision TEXT NOT NULL,
    name_by DATE,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX appointment_board ON appointment (board_id, valid_from);
CREATE INDEX appointment_seat ON appointment (seat_id);

CREATE TABLE representation (
    id TEXT PRIMARY KEY NOT NULL,
    appointment_id TEXT NOT NULL REFERENCES appointment (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    valid_from DATE NOT NULL,
    valid_until DATE
);
CREATE INDEX representation_appointment ON representation (appointment_id);
CREATE INDEX representation_person ON representation (person_id);

-- A report that a council owes the board above it.
CREATE TABLE council_report (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    title TEXT NOT NULL,
    due_on DATE NOT NULL,
    delivered_at TIMESTAMP,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX council_report_board ON council_report (board_id, due_on);
