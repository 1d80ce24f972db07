-- Prices of outpatient attendances in a year. One row per treatment function.
-- Source: price lists as loaded; national-tariff-2017-19 ¶outpatients-1.
SELECT treatment_function, first_single_pence, first_multi_pence, follow_up_single_pence, follow_up_multi_pence
FROM prices
WHERE price_year = $price_year
ORDER BY treatment_function
