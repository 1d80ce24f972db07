-- Hospital spells as a plain file names them, with whose money they are. One row per spell.
-- Source: the product's own layout, spells.csv; the commissioner is the practice's PCT on the day of discharge.
SELECT
    staged.source_row,
    flagged.flags,
    staged.spell_id,
    staged.provider,
    staged.practice,
    commissioners.commissioner,
    coalesce(staged.patient, staged.patient_given)                               AS patient,
    coalesce(CASE WHEN staged.age <= 120 THEN staged.age END, staged.age_given) AS age,
    staged.sex,
    coalesce(staged.area, staged.area_given)                                     AS area,
    staged.admission_method,
    staged.patient_class,
    staged.admitted_on,
    staged.discharged_on,
    CAST(1 AS BIGINT)                                                            AS episodes,
    staged.hrg,
    staged.treatment_function,
    staged.diagnoses,
    staged.procedures
FROM staged
LEFT JOIN flagged ON staged.source_row = flagged.source_row
LEFT JOIN commissioners
    ON staged.practice = commissioners.practice
    AND staged.discharged_on BETWEEN commissioners.first_day AND commissioners.last_day
ORDER BY source_row
