-- Organisations of every kind. One row per code and name, by code.
-- Source: organisation files as loaded.
SELECT code, name, kind, opened_on, closed_on, successor, setting
FROM organisations
ORDER BY code, name
