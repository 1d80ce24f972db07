-- One row per interest declared, as last amended.
CREATE TABLE declared_interests (
    person       text NOT NULL,
    id           text NOT NULL,
    kind         text NOT NULL,
    organisation text,
    body_hash    text,
    what_hash    text NOT NULL,
    from_day     text NOT NULL,
    until_day    text,
    declared_on  text NOT NULL,
    PRIMARY KEY (person, id)
);

-- One row per gift or offer of hospitality declared.
CREATE TABLE declared_gifts (
    person      text NOT NULL,
    id          text NOT NULL,
    kind        text NOT NULL,
    what_hash   text NOT NULL,
    giver_hash  text NOT NULL,
    why_hash    text NOT NULL,
    pence       bigint,
    answer      text NOT NULL,
    on_day      text NOT NULL,
    declared_on text NOT NULL,
    PRIMARY KEY (person, id)
);

-- One row per person who ever confirmed what they declared, or that they had nothing to.
CREATE TABLE declarations_confirmed (
    person  text NOT NULL PRIMARY KEY,
    on_day  text NOT NULL,
    nothing boolean NOT NULL
);

-- One row per field of a declaration that is redacted.
CREATE TABLE declaration_redactions (
    person      text NOT NULL,
    item        text NOT NULL,
    field       text NOT NULL,
    reason      text NOT NULL,
    redacted_by text NOT NULL,
    redacted_on text NOT NULL,
    PRIMARY KEY (person, item, field)
);

-- One row per text that amending replaced, which is kept as long as the declaration it stood in.
CREATE TABLE declaration_texts_before (
    person    text NOT NULL,
    item      text NOT NULL,
    text_hash text NOT NULL PRIMARY KEY
);
