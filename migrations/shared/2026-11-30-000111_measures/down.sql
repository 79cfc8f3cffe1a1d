DROP TABLE measure_report;
DROP TABLE measure_status;
DROP TABLE measure_party;
DROP TABLE measure;
