DROP TABLE agenda_guest;
DROP TABLE agenda_item;
DROP TABLE agenda;
