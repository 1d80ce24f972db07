-- How many pairs of payments differ. One row per answer; slow on purpose, to be stopped.
-- Source: an example for the engine's own tests.
SELECT CAST(sum(CASE WHEN one.cost <> other.cost THEN 1 ELSE 0 END) AS BIGINT) AS pairs
FROM payments AS one
CROSS JOIN payments AS other
ORDER BY pairs
