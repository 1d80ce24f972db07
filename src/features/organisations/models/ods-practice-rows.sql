-- Prescribing cost centres as practices. One row per code.
-- Source: Organisation Data Service, epraccur; columns 1, 2, 11, 12 and 26.
SELECT
    source_row,
    code,
    name,
    'practice'            AS kind,
    opened_on,
    closed_on,
    CAST(NULL AS VARCHAR) AS successor,
    setting
FROM staged
ORDER BY code
