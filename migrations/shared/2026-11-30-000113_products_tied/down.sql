ALTER TABLE board_case DROP COLUMN products_tied_at;
