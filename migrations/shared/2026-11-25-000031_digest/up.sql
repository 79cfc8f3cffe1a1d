-- One mail a week in place of single reminders. A board chooses for its secretariat, and the weekday (ISO number) and
-- local time; everyone else chooses for themselves.
ALTER TABLE board ADD COLUMN weekly_mail BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE board ADD COLUMN weekly_mail_weekday BIGINT NOT NULL DEFAULT 1;
ALTER TABLE board ADD COLUMN weekly_mail_at TIME NOT NULL DEFAULT '08:00:00';
ALTER TABLE person ADD COLUMN weekly_mail BOOLEAN NOT NULL DEFAULT FALSE;

-- What a weekly mail told its reader of: until that mail's occasion expires, a single reminder of the same thing (a
-- kind, an object and the day it is about) does not go to them.
CREATE TABLE digest_thing (
    occasion_id TEXT NOT NULL REFERENCES occasion (id),
    person_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    about_day DATE NOT NULL,
    PRIMARY KEY (occasion_id, person_id, kind, object_id, about_day)
);
CREATE INDEX digest_thing_object ON digest_thing (object_id, kind, about_day);
