DROP TABLE owner_decision_version;
DROP TABLE owner_decision;
