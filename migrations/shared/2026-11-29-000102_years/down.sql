DROP INDEX publication_state;
DROP INDEX meeting_board;
CREATE INDEX meeting_board ON meeting (board_id, first_day);
