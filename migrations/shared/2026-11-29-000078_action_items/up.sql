-- What someone is to do after a meeting (oppfølgingspunkt), agreed under an item of the minutes. It stands whatever becomes
-- of the item, so nothing refers to that.
CREATE TABLE action_item (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    item_id TEXT NOT NULL,
    -- The case it is about: who may not read that reads nothing of this.
    case_id TEXT REFERENCES board_case (id),
    -- What the item was called when it was agreed.
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    -- Whose it is: a person, an organisation, or somebody whom only the name tells of.
    owner_person_id TEXT REFERENCES person (id),
    owner_organisation_id TEXT REFERENCES organisation (id),
    -- Their name as it was then.
    owner_name TEXT NOT NULL,
    -- Who made it theirs, and when.
    assigned_by TEXT NOT NULL REFERENCES person (id),
    assigned_at TIMESTAMP NOT NULL,
    due_on DATE,
    -- An address that begins with https, or nothing.
    link TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    -- What was said when it was settled.
    note TEXT NOT NULL,
    settled_by TEXT REFERENCES person (id),
    settled_at TIMESTAMP,
    created_by TEXT NOT NULL REFERENCES person (id),
    created_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL,
    -- As every thing that is read.
    audience TEXT NOT NULL CHECK (audience IN ('secretariat', 'members', 'service_owners', 'public')),
    assessment TEXT NOT NULL CHECK (assessment IN ('not_assessed', 'open', 'exempt')),
    open_from TIMESTAMP,
    withdrawn_at TIMESTAMP
);
CREATE INDEX action_item_board ON action_item (board_id, state, due_on);
CREATE INDEX action_item_meeting ON action_item (meeting_id);
CREATE INDEX action_item_case ON action_item (case_id);
CREATE INDEX action_item_person ON action_item (owner_person_id);
CREATE INDEX action_item_organisation ON action_item (owner_organisation_id);
CREATE INDEX action_item_created_by ON action_item (created_by);
CREATE INDEX action_item_assigned_by ON action_item (assigned_by);
CREATE INDEX action_item_settled_by ON action_item (settled_by);
