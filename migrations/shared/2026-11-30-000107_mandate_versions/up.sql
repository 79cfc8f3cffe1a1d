-- How far a version of a mandate has come. What stood before counts as approved.
ALTER TABLE mandate_version ADD COLUMN state TEXT NOT NULL DEFAULT 'approved' CHECK (state IN ('draft', 'proposed', 'approved'));

-- What is known of a version as a document: the language of its text, the case in which it is treated, and the day on which it
-- was approved.
CREATE TABLE mandate_document (
    mandate_id TEXT PRIMARY KEY NOT NULL REFERENCES mandate_version (id),
    language TEXT NOT NULL,
    case_id TEXT REFERENCES board_case (id),
    approved_on DATE
);
CREATE INDEX mandate_document_case ON mandate_document (case_id);
