-- What costed lines came to. One row per commissioner, practice, month and service line.
-- Source: lines that somebody else has costed, as loaded.
SELECT
    commissioner,
    practice,
    month,
    service_line,
    CAST(count(*) AS BIGINT)        AS rows_loaded,
    CAST(sum(cost_pence) AS BIGINT) AS pence
FROM costed
GROUP BY commissioner, practice, month, service_line
ORDER BY commissioner, practice, month, service_line
