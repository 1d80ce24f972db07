-- Prices of admitted care in the national tariff. One row per HRG.
-- Source: national-tariff-2017-19 ¶admitted-1 to ¶admitted-6. An elective price is for day cases and ordinary admissions alike;
-- the stated short-stay price is taken where the list marks the HRG for it, never one worked out from the percentage.
SELECT
    source_row,
    CAST($price_year AS VARCHAR)                                            AS price_year,
    hrg,
    name,
    coalesce(day_case_or_elective, day_case)                                AS day_case_pence,
    coalesce(day_case_or_elective, ordinary_elective)                       AS ordinary_elective_pence,
    elective_trim_days,
    non_elective                                                            AS non_elective_pence,
    non_elective_trim_days,
    long_stay_day                                                           AS long_stay_day_pence,
    CASE WHEN short_stay_applies = 'Yes' THEN short_stay_emergency END      AS short_stay_emergency_pence,
    outpatient_procedure                                                    AS outpatient_procedure_pence
FROM staged
ORDER BY price_year, hrg
