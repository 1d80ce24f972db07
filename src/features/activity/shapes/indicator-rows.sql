-- Prescribing indicators. One row per practice, period and indicator.
-- Source: the product's own layout, indicators.csv.
SELECT
    source_row,
    practice,
    period,
    indicator,
    numerator   AS numerator_millionths,
    denominator AS denominator_millionths
FROM staged
ORDER BY practice, period, indicator
