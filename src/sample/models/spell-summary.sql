-- What a country's made-up spells come to. One row per question: all spells together.
-- Source: made up; for the sample's own tests.
SELECT
    CAST(count(*) AS BIGINT) AS spells,
    CAST(count(DISTINCT spell_id) AS BIGINT) AS spell_ids,
    CAST(count(DISTINCT patient) AS BIGINT) AS patients,
    CAST(count(DISTINCT practice) AS BIGINT) AS practices,
    CAST(count(DISTINCT commissioner) AS BIGINT) AS commissioners,
    CAST(count(DISTINCT month) AS BIGINT) AS months,
    CAST(sum(
        CASE WHEN substr(CAST(discharged_on AS VARCHAR), 1, 7) = month AND admitted_on <= discharged_on THEN 0 ELSE 1 END
    ) AS BIGINT) AS outside_month,
    min(practice) AS first_practice
FROM spells
ORDER BY spells
