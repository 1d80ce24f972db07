-- Which read models the tables in schema `read` were made by. The tables hold nothing that is not in the events.

CREATE SCHEMA read;

CREATE TABLE record.read_models (
    name        text PRIMARY KEY,
    fingerprint text NOT NULL
);
