-- Outpatient appointments of Hospital Episode Statistics, with whose money they are. One row per appointment.
-- Source: the statistics' field list; ages 7001 to 7007 are below one year. It names no number of professionals.
SELECT
    staged.source_row,
    staged.attendance_id,
    staged.provider,
    staged.practice,
    commissioners.commissioner,
    staged.patient,
    CASE WHEN staged.age BETWEEN 7001 AND 7007 THEN 0 WHEN staged.age <= 120 THEN staged.age END AS age,
    staged.sex,
    CAST(NULL AS VARCHAR) AS area,
    staged.attended_on,
    staged.treatment_function,
    staged.first_attendance,
    false                 AS is_multi_professional,
    staged.attended,
    staged.referral_source,
    staged.hrg
FROM staged
LEFT JOIN commissioners
    ON staged.practice = commissioners.practice
    AND staged.attended_on BETWEEN commissioners.first_day AND commissioners.last_day
ORDER BY source_row
