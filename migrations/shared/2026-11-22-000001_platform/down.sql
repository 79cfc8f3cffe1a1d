DROP TABLE code_word;
DROP TABLE heartbeat;
DROP TABLE audit_entry;
DROP TABLE secret;
