-- What was loaded: one row per load, one per file of accepted rows. Follows from LoadPublished events alone.
CREATE TABLE loads (
    load          text PRIMARY KEY,
    seq           integer NOT NULL,
    dataset       text NOT NULL,
    layout        text NOT NULL,
    status        text NOT NULL CHECK (status IN ('provisional', 'final')),
    batch         text NOT NULL,
    corrects      text,
    settings      jsonb NOT NULL,
    file_name     text NOT NULL,
    file_hash     text NOT NULL,
    made_up       boolean NOT NULL,
    stand_in      text,
    despite       text,
    rows_read     integer NOT NULL,
    rows_accepted integer NOT NULL,
    rows_flagged  integer NOT NULL,
    rows_rejected integer NOT NULL,
    found         jsonb NOT NULL,
    actor         text NOT NULL,
    at            text NOT NULL
);
CREATE INDEX loads_by_dataset ON loads (dataset, seq);

CREATE TABLE load_files (
    path     text PRIMARY KEY,
    load     text NOT NULL REFERENCES loads (load),
    dataset  text NOT NULL,
    month    text NOT NULL,
    owner    text NOT NULL,
    rows     integer NOT NULL
);
CREATE INDEX load_files_by_dataset ON load_files (dataset, month, owner);
