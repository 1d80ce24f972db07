-- Need weights as a plain file states them. One row per practice, year and component.
-- Source: the product's own layout, need.csv.
SELECT
    source_row,
    practice,
    year,
    component,
    population          AS population_millionths,
    weighted_population AS weighted_population_millionths
FROM staged
ORDER BY practice, year, component
