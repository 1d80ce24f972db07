-- Disease registers longer than the practice's list. One row per staged row found.
-- Source: rule of the product: a register is part of a list.
SELECT source_row, 'more-patients-than-list' AS codes
FROM staged
WHERE patients > list_size
ORDER BY source_row
