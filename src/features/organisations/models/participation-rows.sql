-- Sign-up to incentive schemes. One row per practice, scheme and first day.
-- Source: the product's own layout, participation.csv.
SELECT source_row, practice, scheme, from_day, until_day
FROM staged
ORDER BY practice, scheme, from_day
