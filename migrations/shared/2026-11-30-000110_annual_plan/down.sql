DROP TABLE plan_item;
DROP TABLE annual_plan;
