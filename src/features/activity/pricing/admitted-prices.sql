-- Prices of admitted care in a year. One row per HRG.
-- Source: price lists as loaded; national-tariff-2017-19 ¶admitted-1 to ¶admitted-5.
SELECT
    hrg,
    day_case_pence,
    ordinary_elective_pence,
    elective_trim_days,
    non_elective_pence,
    non_elective_trim_days,
    long_stay_day_pence,
    short_stay_emergency_pence,
    outpatient_procedure_pence
FROM prices
WHERE price_year = $price_year
ORDER BY hrg
