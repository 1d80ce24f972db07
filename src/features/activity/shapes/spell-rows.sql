-- Hospital spells by month of discharge. One row per spell.
-- Source: hes-fields ¶admitted-1 to ¶admitted-3 on kinds of admission, ¶admitted-6 on length of stay.
SELECT
    coalesce(commissioner, 'none')             AS commissioner,
    left(CAST(discharged_on AS VARCHAR), 7)    AS month,
    source_row,
    coalesce(flags, '')                        AS flags,
    spell_id,
    provider,
    practice,
    patient,
    age,
    sex,
    area,
    admission_method,
    CASE
        WHEN admission_method IN ('11', '12', '13') THEN 'elective'
        WHEN admission_method IN ('21', '22', '23', '24', '25', '28', '2A', '2B', '2C', '2D') THEN 'emergency'
        WHEN admission_method IN ('31', '32') THEN 'maternity'
        WHEN admission_method = '81' THEN 'transfer'
        WHEN admission_method IN ('82', '83') THEN 'other'
    END                                        AS admission_kind,
    patient_class,
    admitted_on,
    discharged_on,
    CAST(discharged_on - admitted_on AS BIGINT) AS length_of_stay,
    episodes,
    hrg,
    treatment_function,
    diagnoses,
    procedures
FROM stays
ORDER BY source_row
