-- Codes that a year's price lists hold more than once, so that no price can be told. One row per list and code.
-- Source: price lists as loaded.
WITH listed AS (
    SELECT 'admitted' AS list, hrg AS code FROM admitted WHERE price_year = $price_year
    UNION ALL
    SELECT 'outpatient', treatment_function FROM outpatient WHERE price_year = $price_year
    UNION ALL
    SELECT 'emergency', hrg FROM emergency WHERE price_year = $price_year
    UNION ALL
    SELECT 'market-forces', provider FROM market_forces WHERE price_year = $price_year
)

SELECT list, code, CAST(count(*) AS BIGINT) AS times
FROM listed
GROUP BY list, code
HAVING count(*) > 1
ORDER BY list, code
