-- Patients on disease registers. One row per practice, year and register.
-- Source: the product's own layout, prevalence.csv.
SELECT source_row, practice, year, register, patients, list_size
FROM staged
ORDER BY practice, year, register
