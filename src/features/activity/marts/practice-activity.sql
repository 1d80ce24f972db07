-- What practices' patients had and what it cost at a year's prices. One row per commissioner, practice, month, point
-- of delivery and price status; the rows of all statuses together are the rows loaded.
-- Source: priced spells, attendances or emergency attendances, one mart of each kind.
WITH counted AS (
    SELECT
        commissioner,
        practice,
        month,
        point_of_delivery,
        status,
        CAST(count(*) AS BIGINT)             AS rows_loaded,
        CAST(sum(bed_days) AS BIGINT)        AS bed_days,
        CAST(sum(long_stay_days) AS BIGINT)  AS long_stay_days,
        CAST(sum(base_pence) AS BIGINT)      AS base_pence,
        CAST(sum(long_stay_pence) AS BIGINT) AS long_stay_pence,
        CAST(sum(pence) AS BIGINT)           AS pence
    FROM priced
    GROUP BY commissioner, practice, month, point_of_delivery, status
)

SELECT
    commissioner,
    practice,
    month,
    CAST($price_year AS VARCHAR) AS price_year,
    point_of_delivery,
    status,
    rows_loaded,
    CASE
        WHEN status IN ('priced', 'priced-without-market-forces') THEN rows_loaded
        ELSE CAST(0 AS BIGINT)
    END AS rows_priced,
    bed_days,
    long_stay_days,
    base_pence,
    long_stay_pence,
    pence - base_pence - long_stay_pence AS market_forces_pence,
    pence
FROM counted
ORDER BY commissioner, practice, month, point_of_delivery, status
