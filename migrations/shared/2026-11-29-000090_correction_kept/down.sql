ALTER TABLE minutes_round DROP COLUMN kept;
