DROP TABLE mail_wording;
