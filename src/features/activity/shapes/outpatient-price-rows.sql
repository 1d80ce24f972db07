-- Prices of outpatient attendances. One row per price year and treatment function.
-- Source: the product's own layout, prices-outpatient.csv.
SELECT
    source_row,
    price_year,
    treatment_function,
    name,
    first_single     AS first_single_pence,
    first_multi      AS first_multi_pence,
    follow_up_single AS follow_up_single_pence,
    follow_up_multi  AS follow_up_multi_pence
FROM staged
ORDER BY price_year, treatment_function
