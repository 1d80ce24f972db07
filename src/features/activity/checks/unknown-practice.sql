-- Rows of a practice that neither organisations nor memberships name. One row per staged row found.
-- Source: rule of the product: what belongs to nobody can be charged to nobody.
SELECT staged.source_row, 'unknown-practice' AS codes
FROM staged
LEFT JOIN known ON staged.practice = known.code AND known.kind = 'practice'
WHERE staged.practice IS NOT NULL AND known.code IS NULL
ORDER BY source_row
