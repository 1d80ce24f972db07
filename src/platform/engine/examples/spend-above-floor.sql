-- What practices spent above the floor in each area. One row per area, by name.
-- Source: an example for the engine's own tests.
WITH counted AS (
    SELECT area, cost FROM spend WHERE practice <> $without
)
SELECT area, CAST(sum(cost) AS BIGINT) AS cost
FROM counted
GROUP BY area
ORDER BY area
