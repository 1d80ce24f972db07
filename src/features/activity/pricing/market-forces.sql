-- Market forces factors in a year. One row per provider.
-- Source: factors as loaded; national-tariff-2017-19 ¶market-forces-1.
SELECT provider, factor_millionths
FROM factors
WHERE price_year = $price_year
ORDER BY provider
