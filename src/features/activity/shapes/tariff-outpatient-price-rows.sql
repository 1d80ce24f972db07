-- Prices of outpatient attendances in the national tariff. One row per price year and treatment function.
-- Source: national-tariff-2017-19 ¶outpatients-1.
SELECT
    source_row,
    CAST($price_year AS VARCHAR) AS price_year,
    treatment_function,
    name,
    first_single     AS first_single_pence,
    first_multi      AS first_multi_pence,
    follow_up_single AS follow_up_single_pence,
    follow_up_multi  AS follow_up_multi_pence
FROM staged
ORDER BY price_year, treatment_function
