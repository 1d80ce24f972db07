-- Outpatient appointments as a plain file names them, with whose money they are. One row per appointment.
-- Source: the product's own layout, attendances.csv; the commissioner is the practice's PCT on the day.
SELECT
    staged.source_row,
    staged.attendance_id,
    staged.provider,
    staged.practice,
    commissioners.commissioner,
    coalesce(staged.patient, staged.patient_given)                               AS patient,
    coalesce(CASE WHEN staged.age <= 120 THEN staged.age END, staged.age_given) AS age,
    staged.sex,
    coalesce(staged.area, staged.area_given)                                     AS area,
    staged.attended_on,
    staged.treatment_function,
    staged.first_attendance,
    coalesce(staged.professionals = 'multi', false)                              AS is_multi_professional,
    staged.attended,
    staged.referral_source,
    staged.hrg
FROM staged
LEFT JOIN commissioners
    ON staged.practice = commissioners.practice
    AND staged.attended_on BETWEEN commissioners.first_day AND commissioners.last_day
ORDER BY source_row
