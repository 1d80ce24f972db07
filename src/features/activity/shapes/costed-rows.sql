-- Lines that somebody else has costed. One row per line.
-- Source: the product's own layout, costed.csv.
SELECT
    paid.commissioner,
    staged.month,
    staged.source_row,
    staged.practice,
    staged.service_line,
    staged.provider,
    staged.description,
    staged.quantity,
    staged.cost AS cost_pence
FROM staged
JOIN paid ON staged.practice = paid.practice AND staged.month = paid.month
ORDER BY source_row
