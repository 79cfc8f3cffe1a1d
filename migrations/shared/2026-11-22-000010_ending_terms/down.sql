DROP INDEX appointment_ends;
