-- What answers a click (a sign-in link, a receipt) goes first: 0. Everything else goes in its turn: 1.
ALTER TABLE message ADD COLUMN rank BIGINT NOT NULL DEFAULT 1;
DROP INDEX message_next;
CREATE INDEX message_next ON message (rank, not_before, id) WHERE state IN ('queued', 'claimed');
