DROP TABLE opening;
DROP TABLE assessment;
DROP TABLE legal_basis;
