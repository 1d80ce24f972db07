-- Outpatient appointments by their month. One row per appointment.
-- Source: hes-fields ¶outpatients-1 and ¶outpatients-2. What is not known is no first attendance and was not seen.
SELECT
    coalesce(commissioner, 'none')                AS commissioner,
    left(CAST(attended_on AS VARCHAR), 7)         AS month,
    source_row,
    attendance_id,
    provider,
    practice,
    patient,
    age,
    sex,
    area,
    attended_on,
    treatment_function,
    coalesce(first_attendance IN ('1', '3'), false) AS is_first,
    coalesce(first_attendance IN ('3', '4'), false) AS is_by_telephone,
    is_multi_professional,
    coalesce(attended IN ('5', '6'), false)       AS was_seen,
    referral_source,
    hrg
FROM attended
ORDER BY source_row
