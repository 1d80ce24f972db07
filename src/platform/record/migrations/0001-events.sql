-- The record: what people decided. One row per event, in one chain.
-- Source: ARCHITECTURE.md, "Three kinds of truth", 1.

CREATE TABLE record.events (
    seq      bigint         PRIMARY KEY,
    id       uuid           NOT NULL UNIQUE,
    stream   text           NOT NULL,
    version  integer        NOT NULL,
    type     text           NOT NULL,
    schema   integer        NOT NULL,
    kind     text           NOT NULL,
    actor    text           NOT NULL,
    at       timestamptz(3) NOT NULL,
    -- The text that is hashed. The jsonb beside it follows from it and serves SQL, which cannot search texts by key.
    body     text           NOT NULL,
    data     jsonb          NOT NULL GENERATED ALWAYS AS (body::jsonb) STORED,
    previous text           NOT NULL UNIQUE,
    hash     text           NOT NULL UNIQUE,
    CONSTRAINT "a stream has one event of each version" UNIQUE (stream, version),
    CONSTRAINT "an event names its actor" CHECK (btrim(actor) <> ''),
    CONSTRAINT "an event names its stream and type" CHECK (stream <> '' AND type <> ''),
    CONSTRAINT "an event is accepted or refused" CHECK (kind IN ('accepted', 'refused')),
    CONSTRAINT "a schema is numbered from one" CHECK (schema >= 1),
    -- The hash is over lines, so that a line break within a name could make two events look alike.
    CONSTRAINT "names have no control characters" CHECK (concat(stream, type, actor) !~ '[\x01-\x1f\x7f]')
);

CREATE INDEX events_by_actor ON record.events (actor, seq);
CREATE INDEX events_by_type ON record.events (type, seq);

-- Where the chain ends, so that events missing at the end are noticed too. Always one row.
CREATE TABLE record.head (
    here boolean PRIMARY KEY DEFAULT true CHECK (here),
    seq  bigint  NOT NULL,
    hash text    NOT NULL
);

INSERT INTO record.head (seq, hash) VALUES (0, repeat('0', 64));

-- Numbers and links each new event, whoever inserts it: no program can write a gap or a false link.
CREATE FUNCTION record.link_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
    UPDATE record.head SET seq = head.seq + 1 RETURNING head.seq, head.hash INTO NEW.seq, NEW.previous;
    SELECT coalesce(max(version), 0) + 1 INTO NEW.version FROM record.events WHERE stream = NEW.stream;
    NEW.hash := encode(sha256(convert_to(concat_ws(E'\n',
        NEW.previous, NEW.seq, NEW.id, NEW.stream, NEW.version, NEW.type, NEW.schema, NEW.kind, NEW.actor,
        to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), NEW.body), 'UTF8')), 'hex');
    UPDATE record.head SET hash = NEW.hash;
    RETURN NEW;
END
$$;

CREATE TRIGGER events_are_linked BEFORE INSERT ON record.events
FOR EACH ROW EXECUTE FUNCTION record.link_event();

CREATE FUNCTION record.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
    RAISE EXCEPTION '% on %.% is refused: the record is only ever added to', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', HINT = 'Record a new event that corrects the old one.';
END
$$;

CREATE TRIGGER events_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON record.events
FOR EACH STATEMENT EXECUTE FUNCTION record.refuse_change();

CREATE TRIGGER head_never_goes BEFORE INSERT OR DELETE OR TRUNCATE ON record.head
FOR EACH STATEMENT EXECUTE FUNCTION record.refuse_change();

-- The head moves only from within the trigger that links an event.
CREATE TRIGGER head_moves_with_events BEFORE UPDATE ON record.head
FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION record.refuse_change();
