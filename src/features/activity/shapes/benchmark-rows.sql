-- What figures are elsewhere. One row per measure, area and period.
-- Source: the product's own layout, benchmarks.csv.
SELECT source_row, measure, area, period, value AS value_millionths, unit, source
FROM staged
ORDER BY measure, area, period
