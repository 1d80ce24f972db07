-- Made care of a PCT by month and kind. One row per month.
-- Source: spells and attendances as loaded; for the test on real files.
SELECT
    month,
    CAST(sum(ordinary) AS BIGINT)          AS ordinary,
    CAST(sum(day_cases) AS BIGINT)         AS day_cases,
    CAST(sum(non_elective) AS BIGINT)      AS non_elective,
    CAST(sum(first_attendances) AS BIGINT) AS first_attendances,
    CAST(sum(follow_ups) AS BIGINT)        AS follow_ups,
    CAST(sum(emergency) AS BIGINT)         AS emergency
FROM (
    SELECT
        month,
        CASE WHEN admission_kind = 'elective' AND patient_class = '1' THEN 1 ELSE 0 END AS ordinary,
        CASE WHEN admission_kind = 'elective' AND patient_class = '2' THEN 1 ELSE 0 END AS day_cases,
        CASE WHEN admission_kind = 'emergency' THEN 1 ELSE 0 END                        AS non_elective,
        0 AS first_attendances,
        0 AS follow_ups,
        0 AS emergency
    FROM spells
    UNION ALL
    SELECT month, 0, 0, 0, CASE WHEN is_first THEN 1 ELSE 0 END, CASE WHEN is_first THEN 0 ELSE 1 END, 0
    FROM attendances
    UNION ALL
    SELECT month, 0, 0, 0, 0, 0, 1
    FROM emergencies
) AS counted
GROUP BY month
ORDER BY month
