-- Rows of a part of a month scattered over a country: each at a practice, on a day, for a patient, after a template.
-- One row per number. Source: made up, by whole-number arithmetic alone, so that every engine makes the same rows.
WITH counted AS (
    SELECT high.number * 4096 + low.number AS nth
    FROM numbers AS high
    CROSS JOIN numbers AS low
    WHERE high.number * 4096 + low.number < CAST($rows AS BIGINT)
),

-- Squares modulo primes: each step loses the order of the one before.
first_mix AS (
    SELECT nth, ((nth + CAST($first AS BIGINT)) * 1103515245 + CAST($seed AS BIGINT) * 40503 + 12345) % 2147483647 AS one
    FROM counted
),

second_mix AS (
    SELECT nth, one, (one * one + nth) % 2147483629 AS two
    FROM first_mix
),

third_mix AS (
    SELECT nth, one, two, (two * two + one) % 2147483587 AS three
    FROM second_mix
),

mixed AS (
    SELECT
        nth,
        CAST($first_slot AS BIGINT) + two % CAST($slots AS BIGINT) AS slot,
        three % CAST($templates AS BIGINT) AS template,
        ((three * 31 + one) % 2147483579) % CAST($days AS BIGINT) AS day_of_month,
        -- The lesser of two: some patients come up far more often than others.
        CASE WHEN one % 59 < two % 53 THEN one % 59 ELSE two % 53 END AS patient_number
    FROM third_mix
)

SELECT
    mixed.nth,
    mixed.template,
    mixed.day_of_month,
    mixed.patient_number,
    places.practice_number,
    places.commissioner,
    places.practice,
    places.area,
    places.near_provider,
    places.far_provider
FROM mixed
INNER JOIN places ON mixed.slot = places.slot
ORDER BY nth
