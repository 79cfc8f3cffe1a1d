-- The desk tells which terms end soon, or have ended, in the order in which they end, and stops at the tenth.
CREATE INDEX appointment_ends ON appointment (valid_until, id, board_id) WHERE valid_until IS NOT NULL;
