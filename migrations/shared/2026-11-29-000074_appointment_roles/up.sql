-- Someone's roles are read from this index alone, at every page; the rows of a thousand appointments lie far apart.
CREATE INDEX appointment_role ON appointment (id, board_id, role, valid_from, valid_until);
CREATE INDEX board_council ON board (parent_id) WHERE parent_secretariat;
