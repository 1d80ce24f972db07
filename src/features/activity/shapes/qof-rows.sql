-- Points in the quality and outcomes framework. One row per practice and year.
-- Source: the product's own layout, qof.csv.
SELECT source_row, practice, year, points AS points_millionths
FROM staged
ORDER BY practice, year
