-- Points in the quality and outcomes framework. One row per practice and year.
-- Source: the product's own layout, qof.csv; whose practice it was on the first day of the year.
SELECT
    coalesce(owners.owner, 'none') AS commissioner,
    staged.source_row,
    staged.practice,
    staged.year,
    staged.points                  AS points_millionths
FROM staged
LEFT JOIN owners
    ON staged.practice = owners.practice
    AND CAST(concat(left(staged.year, 4), '-04-01') AS DATE) BETWEEN owners.first_day AND owners.last_day
ORDER BY practice, year
