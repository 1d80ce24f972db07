-- Populations and weighted populations by component of need. One row per practice, year and component.
-- Source: need weights as loaded.
SELECT practice, year, component, population_millionths, weighted_population_millionths
FROM need
WHERE year = $year
ORDER BY practice, year, component
