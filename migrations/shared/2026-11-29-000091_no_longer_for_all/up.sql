-- Since when not everyone can read anything of it any more, though it was not withdrawn: whoever has a copy is told then.
ALTER TABLE publication ADD COLUMN shut_at TIMESTAMP;
UPDATE publication SET shut_at = (
    SELECT MAX(assessment.assessed_at) FROM assessment
    JOIN minute_access ON minute_access.item_id = assessment.object_id
    WHERE minute_access.meeting_id = publication.meeting_id
) WHERE state IN ('published', 'replaced') AND was_public;
-- Whether its title was exempt when it last went out, and nobody outside the board is told it before it goes out again.
ALTER TABLE minute_access ADD COLUMN title_waits BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE minute_access SET title_waits = TRUE WHERE wanted <> audience;
