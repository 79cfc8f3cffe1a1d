DROP TABLE published_item;
DROP TABLE minutes_setting;
DROP TABLE publication;
DROP TABLE minutes_remark;
DROP TABLE minutes_round;
DROP TABLE minutes_version;
DROP TABLE minute_access;
