-- What a correction may change and no version tells, as it was when it began: hours and attendance, as JSON.
ALTER TABLE minutes_round ADD COLUMN kept TEXT;
