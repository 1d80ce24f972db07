-- What each practice spent above a floor. One row per practice, by code.
-- Source: an example for the engine's own tests.
SELECT
    area,
    practice,
    CAST(sum(cost) AS BIGINT) AS cost,
    max(paid_on)              AS last_paid_on
FROM payments
WHERE cost >= $floor
GROUP BY area, practice
ORDER BY area, practice
