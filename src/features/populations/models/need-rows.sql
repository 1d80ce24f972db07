-- Need weights as a plain file states them. One row per practice, year and component.
-- Source: the product's own layout, need.csv; whose practice it was on the first day of the year.
SELECT
    staged.source_row,
    coalesce(owners.owner, 'none') AS commissioner,
    staged.practice,
    staged.year,
    staged.component,
    staged.population              AS population_millionths,
    staged.weighted_population     AS weighted_population_millionths
FROM staged
LEFT JOIN owners
    ON staged.practice = owners.practice
    AND TRY_CAST(concat(left(staged.year, 4), '-04-01') AS DATE) BETWEEN owners.first_day AND owners.last_day
ORDER BY practice, year, component
