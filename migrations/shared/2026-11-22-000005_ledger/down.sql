DROP TABLE delivery;
DROP TABLE message;
DROP TABLE occasion;
