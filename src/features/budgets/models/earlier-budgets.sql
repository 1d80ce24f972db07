-- Budget lines of a year that was not worked out here. One row per practice and line.
-- Source: earlier budgets as loaded.
SELECT practice, line, label, service, devolved_pence, blocked_back_pence
FROM budgets
WHERE year = $year
ORDER BY practice, line
