DROP INDEX board_council;
DROP INDEX appointment_role;
