-- The roles and the database of a new cluster. One statement a line, as PostgreSQL's single-user mode reads them.
-- The owner owns the record; the application owns nothing and is given its rights table by table.
CREATE ROLE owner LOGIN PASSWORD '$owner'
CREATE ROLE application LOGIN PASSWORD '$application'
CREATE DATABASE record OWNER owner
REVOKE ALL ON DATABASE record FROM PUBLIC
GRANT CONNECT ON DATABASE record TO application
