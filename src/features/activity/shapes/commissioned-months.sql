-- Which PCT pays for a practice's month. One row per practice and month of the file.
-- Source: memberships as loaded: the practice's PCT on the month's first day, or on its last where it joined within it.
SELECT
    months.practice,
    months.month,
    coalesce(starting.commissioner, ending.commissioner, 'none') AS commissioner
FROM (
    SELECT practice, month, CAST(concat(month, '-01') AS DATE) AS first_day
    FROM staged
    GROUP BY practice, month
) AS months
LEFT JOIN commissioners AS starting
    ON months.practice = starting.practice
    AND months.first_day BETWEEN starting.first_day AND starting.last_day
LEFT JOIN commissioners AS ending
    ON months.practice = ending.practice
    AND last_day(months.first_day) BETWEEN ending.first_day AND ending.last_day
ORDER BY practice, month
