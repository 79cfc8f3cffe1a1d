DROP INDEX message_next;
ALTER TABLE message DROP COLUMN rank;
CREATE INDEX message_next ON message (not_before, id) WHERE state IN ('queued', 'claimed');
