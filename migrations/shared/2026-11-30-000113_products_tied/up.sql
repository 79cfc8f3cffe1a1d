-- When it last became another which products a case is about, for those who keep a copy of what is published; none where that
-- was never written since this is kept.
ALTER TABLE board_case ADD COLUMN products_tied_at TIMESTAMP;
