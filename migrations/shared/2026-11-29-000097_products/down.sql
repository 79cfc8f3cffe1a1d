DROP TABLE case_product;
DROP TABLE product_strategy;
DROP TABLE product_phase;
DROP TABLE product;
DROP TABLE product_group;
