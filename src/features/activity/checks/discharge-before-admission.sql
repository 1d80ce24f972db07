-- Spells that end before they begin. One row per staged row found.
-- Source: hes-fields ¶admitted-5: a spell runs from admission to discharge.
SELECT source_row, 'discharge-before-admission' AS codes
FROM staged
WHERE discharged_on < admitted_on
ORDER BY source_row
