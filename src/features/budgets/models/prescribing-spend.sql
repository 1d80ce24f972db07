-- What practices' prescriptions cost from a first month to a last. One row per practice.
-- Source: prescribing as loaded; 003 ¶A1-6.
SELECT practice, CAST(sum(actual_cost_pence) AS BIGINT) AS actual_cost_pence, CAST(count(DISTINCT month) AS BIGINT) AS months
FROM prescribing
WHERE month >= $first AND month <= $last
GROUP BY practice
ORDER BY practice
