-- A file that was looked over and may be imported by the one who uploaded it, as it was read; gone when it is done or old.
CREATE TABLE import_draft (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL UNIQUE REFERENCES person (id),
    book TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL
);
