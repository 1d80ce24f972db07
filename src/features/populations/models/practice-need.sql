-- A practice's population and weighted population. One row per year and component.
-- Source: need weights as loaded.
SELECT year, component, population_millionths, weighted_population_millionths
FROM need
WHERE practice = $practice
ORDER BY year, component
