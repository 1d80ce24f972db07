-- The days as of which practices' lists are held. One row per practice and day.
-- Source: settled ¶budgets-7.
SELECT DISTINCT practice, as_at
FROM lists
ORDER BY practice, as_at
