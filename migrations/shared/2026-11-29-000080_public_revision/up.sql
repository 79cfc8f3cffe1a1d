-- How often something has changed that everyone may see: raised in the transaction of each such change. What is kept of
-- public pages holds as long as the sum stands. A board is named by a text, for '' stands for what belongs to none.
CREATE TABLE public_revision (
    board_id TEXT PRIMARY KEY NOT NULL,
    revision BIGINT NOT NULL
);
INSERT INTO public_revision (board_id, revision) VALUES ('', 1);
