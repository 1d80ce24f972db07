-- Registered patients by sex and age band. One row per practice, day, sex and age band.
-- Source: the product's own layout, lists.csv.
SELECT source_row, practice, as_at, sex, age_band, patients
FROM staged
ORDER BY practice, as_at, sex, age_band
