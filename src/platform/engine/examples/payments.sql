-- Payments to try models on. One row per payment, by number.
-- Source: an example for the engine's own tests.
SELECT
    number,
    CASE WHEN number % 2 = 0 THEN 'east' ELSE 'west' END                       AS area,
    concat('P', CAST(number % 5 AS VARCHAR))                                   AS practice,
    number * 100                                                               AS cost,
    CASE WHEN number % 3 = 0 THEN NULL ELSE CAST('2008-04-01' AS DATE) END     AS paid_on
FROM (SELECT unnest(range($count)) AS number)
ORDER BY number
