DROP TRIGGER audit_entry_no_delete;
DROP TRIGGER audit_entry_no_update;
