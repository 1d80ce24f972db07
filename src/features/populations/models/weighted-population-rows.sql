-- Population and weighted population by component, the file's columns turned into rows. One row per practice and component.
-- Source: NHS England, GP practice weighted populations; the year is the loader's to say. Whose practice it was on its first
-- day.
SELECT
    staged.source_row,
    coalesce(owners.owner, 'none') AS commissioner,
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
LEFT JOIN owners
    ON staged.practice = owners.practice
    AND TRY_CAST(concat(left(CAST($year AS VARCHAR), 4), '-04-01') AS DATE) BETWEEN owners.first_day AND owners.last_day
ORDER BY practice, year, component
