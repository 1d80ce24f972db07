-- Population and weighted population by component, the file's columns turned into rows. One row per practice and component.
-- Source: NHS England, GP practice weighted populations; the year is the loader's to say.
SELECT
    staged.source_row,
    staged.practice,
    CAST($year AS VARCHAR)   AS year,
    components.component,
    staged.population        AS population_millionths,
    CASE components.component
        WHEN 'acute' THEN staged.general_and_acute
        WHEN 'community' THEN staged.community
        WHEN 'mental-health' THEN staged.mental_health
        WHEN 'maternity' THEN staged.maternity
        WHEN 'prescribing' THEN staged.prescribing
        WHEN 'primary-care' THEN staged.primary_medical
        WHEN 'overall' THEN staged.overall
    END                      AS weighted_population_millionths
FROM staged
CROSS JOIN (
    VALUES ('acute'), ('community'), ('mental-health'), ('maternity'), ('prescribing'), ('primary-care'), ('overall')
) AS components (component)
ORDER BY practice, year, component
