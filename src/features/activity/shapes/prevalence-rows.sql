-- Patients on disease registers. One row per practice, year and register.
-- Source: the product's own layout, prevalence.csv; whose practice it was on the first day of the year.
SELECT
    coalesce(owners.owner, 'none') AS commissioner,
    staged.source_row,
    staged.practice,
    staged.year,
    staged.register,
    staged.patients,
    staged.list_size
FROM staged
LEFT JOIN owners
    ON staged.practice = owners.practice
    AND CAST(concat(left(staged.year, 4), '-04-01') AS DATE) BETWEEN owners.first_day AND owners.last_day
ORDER BY practice, year, register
