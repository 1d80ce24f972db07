-- Rows of a practice that belonged to no PCT in the month. One row per row found.
-- Source: rule of the product: somebody else pays, or a membership is missing.
SELECT source_row, 'practice-in-no-pct' AS codes
FROM rows
WHERE commissioner = 'none'
ORDER BY source_row
