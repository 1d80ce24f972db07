-- HRGs that have prices in both of two years, with the ways of care that both price. One row per HRG.
-- Source: prices of admitted care as loaded; trim points are those of the later year.
SELECT
    hrg,
    max(CASE WHEN price_year = $later THEN name END)                           AS name,
    min(CASE WHEN day_case_pence IS NULL THEN 0 ELSE 1 END) = 1                AS has_day_case,
    min(CASE WHEN ordinary_elective_pence IS NULL THEN 0 ELSE 1 END) = 1       AS has_ordinary,
    min(CASE WHEN non_elective_pence IS NULL THEN 0 ELSE 1 END) = 1            AS has_non_elective,
    max(CASE WHEN price_year = $later THEN elective_trim_days END)             AS elective_trim_days,
    max(CASE WHEN price_year = $later THEN non_elective_trim_days END)         AS non_elective_trim_days
FROM prices
WHERE price_year IN ($earlier, $later)
GROUP BY hrg
HAVING count(DISTINCT price_year) = 2
ORDER BY hrg
