-- Prescribing indicators. One row per practice, period and indicator.
-- Source: the product's own layout, indicators.csv; whose practice it was on the first day of the month or financial year.
SELECT
    coalesce(owners.owner, 'none') AS commissioner,
    staged.source_row,
    staged.practice,
    staged.period,
    staged.indicator,
    staged.numerator               AS numerator_millionths,
    staged.denominator             AS denominator_millionths
FROM staged
LEFT JOIN owners
    ON staged.practice = owners.practice
    AND CAST(
        CASE
            WHEN staged.period LIKE '____-__' THEN concat(staged.period, '-01')
            ELSE concat(left(staged.period, 4), '-04-01')
        END AS DATE
    ) BETWEEN owners.first_day AND owners.last_day
ORDER BY practice, period, indicator
