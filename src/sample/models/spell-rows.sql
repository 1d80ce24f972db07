-- A part of a month's made-up spells for a country. One row per spell.
-- Source: made up; scattered rows, each after its template.
WITH people AS (
    SELECT
        scattered.nth,
        scattered.commissioner,
        scattered.practice,
        scattered.practice_number,
        scattered.area,
        CASE WHEN templates.is_near THEN scattered.near_provider ELSE scattered.far_provider END AS provider,
        -- People of one practice, age and sex, numbered.
        ((scattered.practice_number * 128 + templates.age) * 2 + CAST(templates.sex AS BIGINT)) * 64
        + scattered.patient_number AS patient_number,
        CAST(scattered.day_of_month AS INTEGER) AS day_of_month,
        templates.age,
        templates.sex,
        templates.admission_method,
        templates.admission_kind,
        templates.patient_class,
        templates.length_of_stay,
        templates.hrg,
        templates.treatment_function,
        templates.diagnoses,
        templates.procedures
    FROM scattered
    INNER JOIN templates ON scattered.template = templates.template
)

SELECT
    commissioner,
    CAST($month AS VARCHAR) AS month,
    'made-up' AS load,
    nth + 2 AS source_row,
    '' AS flags,
    concat('S', CAST(1000000000 + CAST($first AS BIGINT) + nth AS VARCHAR)) AS spell_id,
    provider,
    practice,
    -- Sixteen digits that tell nothing of the person's number.
    CAST(1000000000000000 + (patient_number * 6364136223 + 1442695041) % 8999999999999971 AS VARCHAR) AS patient,
    age,
    sex,
    area,
    admission_method,
    admission_kind,
    patient_class,
    CAST(CAST($month_start AS DATE) + day_of_month - CAST(length_of_stay AS INTEGER) AS DATE) AS admitted_on,
    CAST(CAST($month_start AS DATE) + day_of_month AS DATE) AS discharged_on,
    length_of_stay,
    CAST(1 AS BIGINT) AS episodes,
    hrg,
    treatment_function,
    diagnoses,
    procedures
FROM people
ORDER BY practice_number, nth
