-- Which PCT a practice belonged to and when, without doubles. One row per practice and first day.
-- Source: memberships as loaded. Where two overlap, the one that began first holds until it ends, as in the directory; so no
-- row of activity can find two commissioners and be counted twice.
WITH ordered AS (
    SELECT
        member,
        organisation,
        from_day,
        coalesce(until_day, DATE '2999-12-31') AS until_day,
        max(coalesce(until_day, DATE '2999-12-31')) OVER (
            PARTITION BY member ORDER BY from_day, organisation ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS taken_until
    FROM memberships
    WHERE kind = 'pct'
),

spans AS (
    SELECT
        member       AS practice,
        organisation AS commissioner,
        CASE WHEN taken_until >= from_day THEN taken_until + 1 ELSE from_day END AS first_day,
        until_day    AS last_day
    FROM ordered
)

SELECT practice, commissioner, first_day, last_day
FROM spans
WHERE first_day <= last_day
ORDER BY practice, first_day
