-- Which kinds of seats a rule of a mandate is about: codes of the list seat_kind with commas between; empty for all members.
ALTER TABLE mandate_rule ADD COLUMN among TEXT NOT NULL DEFAULT '';

-- How large an organisation is: a code of the list organisation_size; none where nobody has said.
ALTER TABLE organisation ADD COLUMN size TEXT;

-- At which level a representative is: a code of the list level; none where nobody has said.
ALTER TABLE representation ADD COLUMN level TEXT;
