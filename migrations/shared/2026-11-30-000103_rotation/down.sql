DROP TABLE rotation_line;
DROP TABLE rotation;
