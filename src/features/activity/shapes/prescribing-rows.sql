-- What practices' prescriptions cost. One row per practice and month.
-- Source: the product's own layout, prescribing.csv: actual cost.
SELECT
    paid.commissioner,
    staged.month,
    staged.source_row,
    staged.practice,
    staged.items,
    staged.actual_cost AS actual_cost_pence
FROM staged
JOIN paid ON staged.practice = paid.practice AND staged.month = paid.month
ORDER BY source_row
