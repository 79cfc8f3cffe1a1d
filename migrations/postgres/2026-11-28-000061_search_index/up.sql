-- The words of `search_text`, by its id. Only whether a text holds a word is kept, not where.
CREATE TABLE search_index (
    id BIGINT PRIMARY KEY NOT NULL REFERENCES search_text (id) ON DELETE CASCADE,
    tokens TSVECTOR NOT NULL
);
CREATE INDEX search_index_tokens ON search_index USING gin (tokens) WITH (fastupdate = off);

CREATE FUNCTION search_due_case() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN INSERT INTO search_due (object_id, is_paper, tries) VALUES (NEW.id, FALSE, 0) ON CONFLICT DO NOTHING; RETURN NULL; END $$;
CREATE TRIGGER search_due_case AFTER INSERT OR UPDATE ON board_case
FOR EACH ROW EXECUTE FUNCTION search_due_case();
CREATE FUNCTION search_due_paper() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN INSERT INTO search_due (object_id, is_paper, tries) VALUES (NEW.id, TRUE, 0) ON CONFLICT DO NOTHING; RETURN NULL; END $$;
CREATE TRIGGER search_due_paper AFTER INSERT OR UPDATE ON paper
FOR EACH ROW WHEN (NEW.published IS NOT NULL) EXECUTE FUNCTION search_due_paper();
