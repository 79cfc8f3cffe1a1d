-- What opens by itself, by when: every public page asks when the next of it does.
CREATE INDEX minute_access_opening ON minute_access (open_from) WHERE open_from IS NOT NULL;
