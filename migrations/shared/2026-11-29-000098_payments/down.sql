DROP TABLE cost_split_part;
DROP TABLE cost_split;
DROP TABLE product_spent;
DROP TABLE product_frame;
DROP TABLE product_year;
DROP TABLE payment;
