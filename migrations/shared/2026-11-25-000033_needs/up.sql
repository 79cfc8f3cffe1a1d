-- Whether those who come to the board's meetings are asked what they need there: diet, accessibility.
ALTER TABLE board ADD COLUMN asks_needs BOOLEAN NOT NULL DEFAULT FALSE;

-- What someone who comes to a meeting needs there. It may tell of their health, so it stands in a table of its own that
-- neither the audit log nor any mail is written from, and goes some days after the meeting.
CREATE TABLE need (
    meeting_id TEXT NOT NULL REFERENCES meeting (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    words TEXT NOT NULL,
    PRIMARY KEY (meeting_id, person_id)
);

-- Few persons have a day after which they are forgotten.
CREATE INDEX person_delete_after ON person (delete_after) WHERE delete_after IS NOT NULL;
