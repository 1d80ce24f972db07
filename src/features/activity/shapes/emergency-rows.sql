-- A&E attendances as a plain file names them, by month of arrival. One row per attendance.
-- Source: the product's own layout, emergency.csv; the commissioner is the practice's PCT on the day.
SELECT
    coalesce(commissioners.commissioner, 'none')                                 AS commissioner,
    left(CAST(staged.arrived_on AS VARCHAR), 7)                                  AS month,
    staged.source_row,
    staged.attendance_id,
    staged.provider,
    staged.practice,
    coalesce(staged.patient, staged.patient_given)                               AS patient,
    coalesce(CASE WHEN staged.age <= 120 THEN staged.age END, staged.age_given) AS age,
    staged.sex,
    coalesce(staged.area, staged.area_given)                                     AS area,
    staged.arrived_on,
    staged.department_type,
    staged.category,
    staged.hrg
FROM staged
LEFT JOIN commissioners
    ON staged.practice = commissioners.practice
    AND staged.arrived_on BETWEEN commissioners.first_day AND commissioners.last_day
ORDER BY source_row
