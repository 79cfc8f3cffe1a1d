-- Raised by each change that a calendar shows, also back to what was (RFC 5545 § 3.8.7.4), and when that was.
-- Without the moment nothing has changed since the meeting was made.
ALTER TABLE meeting ADD COLUMN calendar_sequence BIGINT NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN calendar_changed_at TIMESTAMP;

-- The calendar that a person subscribes to. Its address is made of this id and the instance's key, so no secret
-- stands here; without the row the address leads nowhere. Goes when the person does.
CREATE TABLE calendar_feed (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL UNIQUE REFERENCES person (id),
    created_at TIMESTAMP NOT NULL
);
