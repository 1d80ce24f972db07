-- On what authority somebody acted: the post and the rule that allowed it. Events from before this step have none, and
-- keep their hashes: a missing authority adds no line to what is hashed.

ALTER TABLE record.events ADD COLUMN authority text;

ALTER TABLE record.events ADD CONSTRAINT "an authority has no control characters"
    CHECK (authority <> '' AND authority !~ '[\x01-\x1f\x7f]');

CREATE OR REPLACE FUNCTION record.link_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
    UPDATE record.head SET seq = head.seq + 1 RETURNING head.seq, head.hash INTO NEW.seq, NEW.previous;
    SELECT coalesce(max(version), 0) + 1 INTO NEW.version FROM record.events WHERE stream = NEW.stream;
    NEW.hash := encode(sha256(convert_to(concat_ws(E'\n',
        NEW.previous, NEW.seq, NEW.id, NEW.stream, NEW.version, NEW.type, NEW.schema, NEW.kind, NEW.actor,
        to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), NEW.body, NEW.authority), 'UTF8')), 'hex');
    UPDATE record.head SET hash = NEW.hash;
    RETURN NEW;
END
$$;
