-- Ages that nobody reaches. One row per staged row found.
-- Source: settled ¶loading-4; codes 7001 to 7007 of hospital statistics are ages below one year.
SELECT source_row, 'age-out-of-range' AS codes
FROM staged
WHERE age > 120 AND age NOT BETWEEN 7001 AND 7007
ORDER BY source_row
