-- Budget lines of an earlier year as a file states them. One row per practice, year and line.
-- Source: the product's own layout, budgets-before.csv.
SELECT source_row, practice, year, line, label, service, devolved_pence, blocked_back_pence
FROM staged
ORDER BY practice, year, line
