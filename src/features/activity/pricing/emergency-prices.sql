-- Prices of accident and emergency attendances in a year. One row per HRG.
-- Source: price lists as loaded; national-tariff-2017-19 ¶emergency-1.
SELECT hrg, type_1_2_pence, type_3_pence
FROM prices
WHERE price_year = $price_year
ORDER BY hrg
