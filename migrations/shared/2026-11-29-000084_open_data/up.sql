-- Whether everyone could read some of it: then everyone is told when it is withdrawn, and nobody else's is told of.
ALTER TABLE publication ADD COLUMN was_public BOOLEAN NOT NULL DEFAULT FALSE;
