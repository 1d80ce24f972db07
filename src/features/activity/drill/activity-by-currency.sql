-- A practice's activity at one point of delivery in a window. One row per HRG or treatment function, provider and status.
-- Source: priced rows.
SELECT
    currency,
    max(currency_name)              AS currency_name,
    provider,
    status,
    CAST(count(*) AS BIGINT)        AS rows_loaded,
    CAST(sum(bed_days) AS BIGINT)   AS bed_days,
    CAST(sum(pence) AS BIGINT)      AS pence
FROM priced
WHERE practice = $practice
  AND month >= $first_month
  AND month <= $last_month
  AND point_of_delivery = $point_of_delivery
GROUP BY currency, provider, status
ORDER BY pence DESC, rows_loaded DESC, currency, provider, status
