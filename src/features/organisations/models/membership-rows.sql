-- Memberships as a plain file names them. One row per member, kind and first day.
-- Source: the product's own layout, memberships.csv.
SELECT source_row, member, organisation, kind, from_day, until_day
FROM staged
ORDER BY member, kind, from_day
