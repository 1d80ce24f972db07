-- Envelope lines as a file states them. One row per PCT, year and line.
-- Source: the product's own layout, envelope.csv.
SELECT source_row, pct, year, line, label, service, amount_pence, method, activities, component, level, purpose
FROM staged
ORDER BY pct, year, line
