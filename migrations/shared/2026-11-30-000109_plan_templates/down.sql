DROP TABLE plan_template;
