-- The prescribing settings of organisations. One row per code.
-- Source: organisations as loaded; for the test on real files.
SELECT code, coalesce(setting, '') AS setting
FROM organisations
WHERE kind = 'practice'
ORDER BY code
