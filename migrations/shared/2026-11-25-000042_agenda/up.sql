-- A meeting's agenda, once it is begun: the mandate's standing items were copied into it then and are its own since.
CREATE TABLE agenda (
    meeting_id TEXT PRIMARY KEY NOT NULL REFERENCES meeting (id),
    begun_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);

-- In order of position over all sessions; the session is the meeting day on which the item stands, from 0.
CREATE TABLE agenda_item (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES agenda (meeting_id),
    position BIGINT NOT NULL,
    session BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('standing', 'case', 'break', 'other_business')),
    case_id TEXT REFERENCES board_case (id),
    title TEXT NOT NULL,
    minutes BIGINT,
    presenter TEXT NOT NULL,
    UNIQUE (meeting_id, case_id)
);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, position);
CREATE INDEX agenda_item_case ON agenda_item (case_id);

-- A guest from one item until and with another; without the last one, for the rest of the meeting.
CREATE TABLE agenda_guest (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES agenda (meeting_id),
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    from_item_id TEXT NOT NULL REFERENCES agenda_item (id),
    until_item_id TEXT REFERENCES agenda_item (id)
);
CREATE INDEX agenda_guest_meeting ON agenda_guest (meeting_id);
