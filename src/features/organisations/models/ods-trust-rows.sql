-- NHS trusts as providers. One row per code.
-- Source: Organisation Data Service, etr; columns 1, 2, 11 and 12.
SELECT
    source_row,
    code,
    name,
    'provider'            AS kind,
    opened_on,
    closed_on,
    CAST(NULL AS VARCHAR) AS successor,
    CAST(NULL AS VARCHAR) AS setting
FROM staged
ORDER BY code
