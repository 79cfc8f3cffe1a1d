DROP TABLE digest_thing;
ALTER TABLE person DROP COLUMN weekly_mail;
ALTER TABLE board DROP COLUMN weekly_mail_at;
ALTER TABLE board DROP COLUMN weekly_mail_weekday;
ALTER TABLE board DROP COLUMN weekly_mail;
