-- One row per person: who they are by the hashes of the texts, where they stand, and the invitation that is open.
CREATE TABLE people (
    person     text PRIMARY KEY,
    name       text,
    email      text,
    standing   text NOT NULL,
    token_hash text,
    lapses_at  text,
    renews     text,
    invited_by text,
    was_in     boolean NOT NULL
);
CREATE INDEX people_by_token ON people (token_hash);

-- One row per post that was given, with its days; `withdrawn` are those of an invitation that was taken back, `claimed`
-- those that an issuer's claims gave when last heard of, which count by the claims of each sign-in alone.
CREATE TABLE people_posts (
    person       text    NOT NULL,
    post         text    NOT NULL,
    role         text    NOT NULL,
    organisation text    NOT NULL,
    from_day     text    NOT NULL,
    until_day    text,
    withdrawn    boolean NOT NULL,
    claimed      boolean NOT NULL,
    PRIMARY KEY (person, post)
);
CREATE INDEX people_posts_by_place ON people_posts (organisation, role);

-- One row per change that an administrator asked for themselves and nobody has confirmed or refused.
CREATE TABLE people_changes (
    person       text NOT NULL,
    change       text NOT NULL,
    kind         text NOT NULL,
    role         text NOT NULL,
    organisation text NOT NULL,
    from_day     text NOT NULL,
    until_day    text,
    asked_at     text NOT NULL,
    PRIMARY KEY (person, change)
);

-- One row per notice to the administrators over a place, acknowledged or not.
CREATE TABLE people_notices (
    person          text NOT NULL,
    notice          text NOT NULL,
    about           text NOT NULL,
    organisation    text NOT NULL,
    role            text,
    done_by         text NOT NULL,
    done_at         text NOT NULL,
    acknowledged_by text,
    acknowledged_at text,
    PRIMARY KEY (person, notice)
);
