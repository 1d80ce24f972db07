-- A part of a month's made-up outpatient appointments for a country. One row per appointment.
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
        templates.treatment_function,
        templates.is_first,
        templates.is_by_telephone,
        templates.is_multi_professional,
        templates.was_seen,
        templates.referral_source,
        templates.hrg
    FROM scattered
    INNER JOIN templates ON scattered.template = templates.template
)

SELECT
    commissioner,
    CAST($month AS VARCHAR) AS month,
    'made-up' AS load,
    nth + 2 AS source_row,
    '' AS flags,
    concat('O', CAST(1000000000 + CAST($first AS BIGINT) + nth AS VARCHAR)) AS attendance_id,
    provider,
    practice,
    -- Sixteen digits that tell nothing of the person's number.
    CAST(1000000000000000 + (patient_number * 6364136223 + 1442695041) % 8999999999999971 AS VARCHAR) AS patient,
    age,
    sex,
    area,
    CAST(CAST($month_start AS DATE) + day_of_month AS DATE) AS attended_on,
    treatment_function,
    is_first,
    is_by_telephone,
    is_multi_professional,
    was_seen,
    referral_source,
    hrg
FROM people
ORDER BY practice_number, nth
