-- Work that takes longer than a page may: asked for once however often it is asked, claimed like a message, and begun anew
-- by another when its worker falls silent. What it made stands elsewhere; its input goes with the row, a day after its end.
CREATE TABLE job (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    input TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'at_work', 'done', 'failed')),
    done BIGINT NOT NULL,
    steps BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    worker TEXT NOT NULL,
    free_at TIMESTAMP NOT NULL,
    trouble TEXT NOT NULL,
    asked_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    UNIQUE (kind, key)
);
CREATE INDEX job_free ON job (state, free_at);
CREATE INDEX job_ended ON job (ended_at);
