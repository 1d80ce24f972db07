-- Sign-in: secrets, second factors and sign-ins under way. One row per person, way in, sign-in, thing to be proved once,
-- second factor, and thing counted against a limit. Not in the chain: a secret is not a decision, and all of it can be erased.
-- Source: docs/decisions/0012-sign-in.md. Names, quotes and types are those of better-auth, whose own schema a test compares.

CREATE SCHEMA identity;

-- "id" is the person's, as the record names them. Their name is kept with people alone.
CREATE TABLE identity."user" (
    "id"               text        PRIMARY KEY,
    "name"             text        NOT NULL,
    "email"            text        NOT NULL UNIQUE,
    "emailVerified"    boolean     NOT NULL,
    "image"            text,
    "createdAt"        timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt"        timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "twoFactorEnabled" boolean
);

-- "token" is the hash of what the browser holds; "how" is the proof given; "claimed" the posts an issuer's claims gave.
CREATE TABLE identity."session" (
    "id"        text        PRIMARY KEY,
    "expiresAt" timestamptz NOT NULL,
    "token"     text        NOT NULL UNIQUE,
    "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" timestamptz NOT NULL,
    "ipAddress" text,
    "userAgent" text,
    "userId"    text        NOT NULL REFERENCES identity."user" ("id") ON DELETE CASCADE,
    "how"       text        NOT NULL,
    "claimed"   text
);

CREATE INDEX "session_userId_idx" ON identity."session" ("userId");

-- A password, or an issuer's name for the person. The tokens of issuers are never kept; the library expects their columns.
CREATE TABLE identity."account" (
    "id"                    text        PRIMARY KEY,
    "accountId"             text        NOT NULL,
    "providerId"            text        NOT NULL,
    "userId"                text        NOT NULL REFERENCES identity."user" ("id") ON DELETE CASCADE,
    "accessToken"           text,
    "refreshToken"          text,
    "idToken"               text,
    "accessTokenExpiresAt"  timestamptz,
    "refreshTokenExpiresAt" timestamptz,
    "scope"                 text,
    "password"              text,
    "createdAt"             timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt"             timestamptz NOT NULL,
    CONSTRAINT "a way in leads to one person" UNIQUE ("providerId", "accountId")
);

CREATE INDEX "account_userId_idx" ON identity."account" ("userId");

-- "identifier" is a hash.
CREATE TABLE identity."verification" (
    "id"         text        PRIMARY KEY,
    "identifier" text        NOT NULL,
    "value"      text        NOT NULL,
    "expiresAt"  timestamptz NOT NULL,
    "createdAt"  timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt"  timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE INDEX "verification_identifier_idx" ON identity."verification" ("identifier");

-- Secret and recovery codes are encrypted.
CREATE TABLE identity."twoFactor" (
    "id"                      text    PRIMARY KEY,
    "secret"                  text    NOT NULL,
    "backupCodes"             text    NOT NULL,
    "userId"                  text    NOT NULL REFERENCES identity."user" ("id") ON DELETE CASCADE,
    "verified"                boolean,
    "failedVerificationCount" integer,
    "lockedUntil"             timestamptz
);

CREATE INDEX "twoFactor_secret_idx" ON identity."twoFactor" ("secret");
CREATE INDEX "twoFactor_userId_idx" ON identity."twoFactor" ("userId");

CREATE TABLE identity."rateLimit" (
    "id"          text    PRIMARY KEY,
    "key"         text    NOT NULL UNIQUE,
    "count"       integer NOT NULL,
    "lastRequest" bigint  NOT NULL
);
