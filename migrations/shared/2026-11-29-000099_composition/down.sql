ALTER TABLE representation DROP COLUMN level;
ALTER TABLE organisation DROP COLUMN size;
ALTER TABLE mandate_rule DROP COLUMN among;
