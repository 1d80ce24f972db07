-- Personal and free text, which events name only by its hash, so that it can be erased and the chain stay whole.
-- The salt goes with the text: without it, nobody can try likely texts against the hash that the chain keeps.

CREATE TABLE record.texts (
    hash text PRIMARY KEY,
    salt text NOT NULL,
    body text NOT NULL
);

CREATE TRIGGER texts_never_change BEFORE UPDATE OR TRUNCATE ON record.texts
FOR EACH STATEMENT EXECUTE FUNCTION record.refuse_change();
