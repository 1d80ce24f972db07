-- Prices of A&E attendances. One row per price year and HRG.
-- Source: the product's own layout, prices-emergency.csv.
SELECT
    source_row,
    price_year,
    hrg,
    name,
    type_1_2 AS type_1_2_pence,
    type_3   AS type_3_pence
FROM staged
ORDER BY price_year, hrg
