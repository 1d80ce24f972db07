-- Budget lines of an earlier year as a file states them. One row per practice, year and line.
-- Source: the product's own layout, budgets-before.csv; whose practice it was on the first day of the year.
SELECT
    staged.source_row,
    coalesce(owners.owner, 'none') AS commissioner,
    staged.practice,
    staged.year,
    staged.line,
    staged.label,
    staged.service,
    staged.devolved_pence,
    staged.blocked_back_pence
FROM staged
LEFT JOIN owners
    ON staged.practice = owners.practice
    AND CAST(concat(left(staged.year, 4), '-04-01') AS DATE) BETWEEN owners.first_day AND owners.last_day
ORDER BY practice, year, line
