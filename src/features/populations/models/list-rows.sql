-- Registered patients by sex and age band. One row per practice, day, sex and age band.
-- Source: the product's own layout, lists.csv; whose practice it was on the day of the list.
SELECT
    staged.source_row,
    coalesce(owners.owner, 'none') AS commissioner,
    staged.practice,
    staged.as_at,
    staged.sex,
    staged.age_band,
    staged.patients
FROM staged
LEFT JOIN owners
    ON staged.practice = owners.practice
    AND staged.as_at BETWEEN owners.first_day AND owners.last_day
ORDER BY practice, as_at, sex, age_band
