-- A made-up read model for the record's own tests: what each account holds, and each movement.
CREATE TABLE accounts (
    account text PRIMARY KEY,
    pence   bigint NOT NULL
);

CREATE TABLE movements (
    account text    NOT NULL REFERENCES accounts,
    version integer NOT NULL,
    pence   bigint  NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (account, version)
);
