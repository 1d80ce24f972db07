-- Spans whose last day lies before their first. One row per staged row found.
-- Source: rule of the product: a span that never was says nothing of who belonged to whom.
SELECT source_row, 'ended-before-it-began' AS codes
FROM staged
WHERE until_day < from_day
ORDER BY source_row
