-- Who came to a meeting, on each of its days. A line stands as it was written down: names and organisations as they were
-- then. Of whom nothing is known there is no row.
CREATE TABLE attendance (
    id TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    -- The meeting day, from 0.
    session BIGINT NOT NULL,
    -- The line of the list: a person, a guest of the agenda, or this row itself.
    who TEXT NOT NULL,
    person_id TEXT REFERENCES person (id),
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('chair', 'member', 'observer', 'aide', 'guest', 'secretariat')),
    -- The term whose seat is used.
    appointment_id TEXT REFERENCES appointment (id),
    -- The name of whom someone comes instead of; empty for all others.
    instead_of TEXT NOT NULL,
    presence TEXT NOT NULL CHECK (presence IN ('in_person', 'digitally', 'absent')),
    -- The first and the last item at which they were there; without them, from the beginning and to the end.
    from_item_id TEXT REFERENCES agenda_item (id) ON DELETE SET NULL,
    until_item_id TEXT REFERENCES agenda_item (id) ON DELETE SET NULL,
    UNIQUE (meeting_id, session, who)
);
CREATE INDEX attendance_person ON attendance (person_id);
CREATE INDEX attendance_from ON attendance (from_item_id);
CREATE INDEX attendance_until ON attendance (until_item_id);
