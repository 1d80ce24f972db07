-- Whose practice it was, on every day there is. One row per practice and first day; the rows of a practice leave no gap.
-- Source: memberships and organisations as loaded. Of PCTs that the directory knows, where it knows one of the practice's:
-- files of later years than a PCT are then still its own, and not those of a successor that is not in the directory.
WITH known AS (
    SELECT code
    FROM organisations
    WHERE kind = 'pct'
    GROUP BY code
),

placed AS (
    SELECT
        commissioners.practice,
        commissioners.commissioner,
        commissioners.first_day,
        known.code IS NOT NULL AS is_known,
        max(CASE WHEN known.code IS NULL THEN 0 ELSE 1 END) OVER (PARTITION BY commissioners.practice) AS known_of_practice
    FROM commissioners
    LEFT JOIN known ON commissioners.commissioner = known.code
),

kept AS (
    SELECT
        practice,
        commissioner,
        first_day,
        lag(first_day) OVER (PARTITION BY practice ORDER BY first_day)  AS earlier,
        lead(first_day) OVER (PARTITION BY practice ORDER BY first_day) AS later
    FROM placed
    WHERE is_known OR known_of_practice = 0
)

SELECT
    practice,
    commissioner                                                      AS owner,
    CASE WHEN earlier IS NULL THEN DATE '0001-01-01' ELSE first_day END AS first_day,
    coalesce(later - 1, DATE '2999-12-31')                            AS last_day
FROM kept
ORDER BY practice, first_day
