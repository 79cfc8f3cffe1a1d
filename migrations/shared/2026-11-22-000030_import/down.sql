DROP TABLE import_draft;
