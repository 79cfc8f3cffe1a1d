-- A proposal for who sits on a board from a day on (mandate § 4: the board decides after dialogue, members rotate).
CREATE TABLE rotation (
    id TEXT PRIMARY KEY NOT NULL,
    board_id TEXT NOT NULL REFERENCES board (id),
    title TEXT NOT NULL,
    valid_from DATE NOT NULL,
    note TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'treated', 'decided', 'carried_out', 'dropped')),
    -- The case that deals with it.
    case_id TEXT REFERENCES board_case (id),
    -- What was decided, where that stands, and when; empty until it is.
    decision TEXT NOT NULL,
    decided_on DATE,
    -- Raised by every change of this or of its lines.
    version BIGINT NOT NULL
);
CREATE INDEX rotation_board ON rotation (board_id);
CREATE INDEX rotation_case ON rotation (case_id);

-- What changes on one seat: whose term ends before which day, and who has the seat between which days.
CREATE TABLE rotation_line (
    id TEXT PRIMARY KEY NOT NULL,
    rotation_id TEXT NOT NULL REFERENCES rotation (id),
    seat_id TEXT NOT NULL REFERENCES seat (id),
    leaves_id TEXT REFERENCES appointment (id),
    leaves_until DATE,
    -- None where the seat is left open.
    organisation_id TEXT REFERENCES organisation (id),
    valid_from DATE NOT NULL,
    valid_until DATE,
    name_by DATE,
    -- The term that was made of it.
    made_id TEXT REFERENCES appointment (id),
    UNIQUE (rotation_id, seat_id)
);
CREATE INDEX rotation_line_seat ON rotation_line (seat_id);
CREATE INDEX rotation_line_leaves ON rotation_line (leaves_id);
CREATE INDEX rotation_line_organisation ON rotation_line (organisation_id);
CREATE INDEX rotation_line_made ON rotation_line (made_id);
