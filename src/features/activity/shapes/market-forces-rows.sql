-- Market forces factors. One row per price year and provider.
-- Source: the product's own layout, market-forces.csv.
SELECT source_row, price_year, provider, name, factor AS factor_millionths
FROM staged
ORDER BY price_year, provider
