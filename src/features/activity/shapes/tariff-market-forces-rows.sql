-- Market forces factors. One row per price year and provider.
-- Source: national-tariff-2017-19 ¶market-forces-1.
SELECT source_row, CAST($price_year AS VARCHAR) AS price_year, provider, name, factor AS factor_millionths
FROM staged
ORDER BY price_year, provider
