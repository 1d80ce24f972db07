-- One row per PCT and year of which anything is on record.
CREATE TABLE budget_years (
    pct      text NOT NULL,
    year     text NOT NULL,
    envelope bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (pct, year)
);

-- One row per draft, in the order in which they were made.
CREATE TABLE budget_drafts (
    pct         text NOT NULL,
    year        text NOT NULL,
    draft       text NOT NULL,
    made_on     text NOT NULL,
    made_by     text NOT NULL,
    result_hash text NOT NULL,
    budgets     bigint NOT NULL,
    held        bigint NOT NULL,
    seq         bigint NOT NULL,
    PRIMARY KEY (pct, year, draft)
);

-- One row per issued version.
CREATE TABLE budget_versions (
    pct           text NOT NULL,
    year          text NOT NULL,
    version       integer NOT NULL,
    draft         text NOT NULL,
    issued_on     text NOT NULL,
    issued_by     text NOT NULL,
    in_force_from text NOT NULL,
    result_hash   text NOT NULL,
    PRIMARY KEY (pct, year, version)
);
