DROP TABLE recusal;
DROP TABLE late_permission;
DROP TABLE early_talk;
DROP TABLE case_event;
DROP TABLE case_organisation;
DROP TABLE board_case;
DROP TABLE case_counter;
DROP TABLE case_setting;
