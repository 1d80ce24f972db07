-- Registered and Carr-Hill weighted patients. One row per practice.
-- Source: NHS Digital, NHS payments to general practice; the year is the loader's to say. Whose practice it was on its first
-- day.
SELECT
    staged.source_row,
    coalesce(owners.owner, 'none') AS commissioner,
    staged.practice,
    CAST($year AS VARCHAR)         AS year,
    'carr-hill'                    AS component,
    staged.registered              AS population_millionths,
    staged.weighted                AS weighted_population_millionths
FROM staged
LEFT JOIN owners
    ON staged.practice = owners.practice
    AND TRY_CAST(concat(left(CAST($year AS VARCHAR), 4), '-04-01') AS DATE) BETWEEN owners.first_day AND owners.last_day
ORDER BY practice, year, component
