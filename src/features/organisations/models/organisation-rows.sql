-- Organisations as a plain file names them. One row per code.
-- Source: the product's own layout, organisations.csv.
SELECT
    source_row,
    code,
    name,
    kind,
    opened_on,
    closed_on,
    successor,
    CAST(NULL AS VARCHAR) AS setting
FROM staged
ORDER BY code
