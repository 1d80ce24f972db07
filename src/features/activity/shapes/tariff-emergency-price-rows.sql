-- Prices of A&E attendances in the national tariff. One row per price year and HRG.
-- Source: national-tariff-2017-19 ¶emergency-1.
SELECT
    source_row,
    CAST($price_year AS VARCHAR) AS price_year,
    hrg,
    name,
    type_1_2 AS type_1_2_pence,
    type_3   AS type_3_pence
FROM staged
ORDER BY price_year, hrg
