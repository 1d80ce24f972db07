-- Prices of admitted care. One row per price year and HRG.
-- Source: the product's own layout, prices-admitted.csv.
SELECT
    source_row,
    price_year,
    hrg,
    name,
    day_case             AS day_case_pence,
    ordinary_elective    AS ordinary_elective_pence,
    elective_trim_days,
    non_elective         AS non_elective_pence,
    non_elective_trim_days,
    long_stay_day        AS long_stay_day_pence,
    short_stay_emergency AS short_stay_emergency_pence,
    outpatient_procedure AS outpatient_procedure_pence
FROM staged
ORDER BY price_year, hrg
