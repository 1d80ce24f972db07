-- Registered and Carr-Hill weighted patients. One row per practice.
-- Source: NHS Digital, NHS payments to general practice; the year is the loader's to say.
SELECT
    source_row,
    practice,
    CAST($year AS VARCHAR) AS year,
    'carr-hill' AS component,
    registered  AS population_millionths,
    weighted    AS weighted_population_millionths
FROM staged
ORDER BY practice, year, component
