-- Activity of a window by whether it has a price, and why not. One row per practice, point of delivery and status.
-- Source: practice-activity; national-tariff-2017-19 ¶admitted-7, settled ¶prices-3 to ¶prices-5.
SELECT
    practice,
    point_of_delivery,
    status,
    CAST(sum(rows_loaded) AS BIGINT) AS rows_loaded,
    CAST(sum(bed_days) AS BIGINT)    AS bed_days,
    CAST(sum(pence) AS BIGINT)       AS pence
FROM activity
WHERE month >= $first_month AND month <= $last_month
GROUP BY practice, point_of_delivery, status
ORDER BY practice, point_of_delivery, status
