DROP TABLE minute_item;
DROP TABLE minutes;
