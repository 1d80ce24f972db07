-- What the application may do, no more: add events, keep and erase texts, and work on the read tables and those of sign-in.
-- Run by the owner after each change of tables. The application's role is put for :application.
REVOKE ALL ON SCHEMA record, read, identity FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA record, read, identity FROM PUBLIC, :application;
GRANT USAGE ON SCHEMA record, read, identity TO :application;
GRANT SELECT, INSERT ON record.events TO :application;
GRANT SELECT, INSERT, DELETE ON record.texts TO :application;
GRANT SELECT ON record.head, record.migrations, record.read_models TO :application;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA read TO :application;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA identity TO :application;
