DROP TABLE action_item;
