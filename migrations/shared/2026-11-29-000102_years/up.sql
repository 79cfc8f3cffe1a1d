-- A board's years, and the minutes of it that were withdrawn, are read from an index alone.
DROP INDEX meeting_board;
CREATE INDEX meeting_board ON meeting (board_id, first_day, state);
CREATE INDEX publication_state ON publication (board_id, state);
