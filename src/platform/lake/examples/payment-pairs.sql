-- Payments of one person on one day in one shop, but the first. One row per row as shaped.
-- Source: an example for the lake's own tests.
SELECT
    source_row,
    'same-day' AS codes
FROM (
    SELECT
        source_row,
        row_number() OVER (PARTITION BY person, shop, paid_on ORDER BY source_row) AS occurrence
    FROM rows
    WHERE person IS NOT NULL
) AS numbered
WHERE occurrence > 1
ORDER BY source_row
