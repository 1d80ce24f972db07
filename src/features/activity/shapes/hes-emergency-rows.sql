-- A&E attendances of Hospital Episode Statistics, by month of arrival. One row per attendance.
-- Source: the statistics' field list; ages 7001 to 7007 are below one year.
SELECT
    coalesce(commissioners.commissioner, 'none') AS commissioner,
    left(CAST(staged.arrived_on AS VARCHAR), 7)  AS month,
    staged.source_row,
    staged.attendance_id,
    staged.provider,
    staged.practice,
    staged.patient,
    CASE WHEN staged.age BETWEEN 7001 AND 7007 THEN 0 WHEN staged.age <= 120 THEN staged.age END AS age,
    staged.sex,
    CAST(NULL AS VARCHAR)                        AS area,
    staged.arrived_on,
    staged.department_type,
    staged.category,
    staged.hrg
FROM staged
LEFT JOIN commissioners
    ON staged.practice = commissioners.practice
    AND staged.arrived_on BETWEEN commissioners.first_day AND commissioners.last_day
ORDER BY source_row
