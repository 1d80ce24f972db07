-- One row per event, refusals included: how it reads, and what it is found by.
CREATE TABLE recorded (
    seq          bigint  NOT NULL PRIMARY KEY,
    stream       text    NOT NULL,
    streams      text    NOT NULL,
    type         text    NOT NULL,
    kind         text    NOT NULL,
    actor        text    NOT NULL,
    at           text    NOT NULL,
    on_day       text    NOT NULL,
    month        text    NOT NULL,
    words        text    NOT NULL,
    changes_rule boolean NOT NULL,
    found_by     tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('english', words)) STORED
);

CREATE INDEX recorded_by_words ON recorded USING gin (found_by);
CREATE INDEX recorded_by_stream ON recorded (stream, seq);
CREATE INDEX recorded_by_actor ON recorded (actor, seq);
CREATE INDEX recorded_by_month ON recorded (month, seq);

-- One row per event and organisation or person whom it concerns, and who of the organisation's sees it.
CREATE TABLE recorded_subjects (
    seq          bigint NOT NULL,
    organisation text   NOT NULL,
    seen_by      text   NOT NULL,
    PRIMARY KEY (organisation, seen_by, seq)
);

CREATE INDEX recorded_subjects_by_event ON recorded_subjects (seq);

-- One row per event and text that it names, so that what is erased is known by what it stood in.
CREATE TABLE recorded_texts (
    hash       text   NOT NULL,
    seq        bigint NOT NULL,
    kind       text   NOT NULL,
    erased_day text,
    PRIMARY KEY (hash, seq)
);

-- One row per use of data that the register of such uses counts.
CREATE TABLE recorded_uses (
    seq          bigint NOT NULL PRIMARY KEY,
    what         text   NOT NULL,
    organisation text   NOT NULL,
    role         text   NOT NULL,
    reason       text   NOT NULL,
    rows_used    bigint NOT NULL,
    on_day       text   NOT NULL
);
