-- A practice's rows of one HRG or treatment function in a window, a page of them. One row per row loaded, by day.
-- Source: priced rows. A currency that is null asks for the rows without one, a provider that is null for all.
SELECT
    row_id,
    happened_on,
    provider,
    currency,
    currency_name,
    status,
    load,
    source_row,
    flags,
    bed_days,
    long_stay_days,
    base_pence,
    long_stay_pence,
    pence - base_pence - long_stay_pence AS market_forces_pence,
    pence
FROM priced
WHERE practice = $practice
  AND month >= $first_month
  AND month <= $last_month
  AND point_of_delivery = $point_of_delivery
  AND currency IS NOT DISTINCT FROM CAST($currency AS VARCHAR)
  AND (CAST($provider AS VARCHAR) IS NULL OR provider = $provider)
ORDER BY happened_on, provider, row_id, load, source_row
LIMIT CAST($count AS BIGINT) OFFSET CAST($skip AS BIGINT)
