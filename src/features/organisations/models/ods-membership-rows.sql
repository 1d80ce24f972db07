-- Practices' memberships of their commissioners. One row per practice and first day.
-- Source: Organisation Data Service, epcmem; the day left is the last day of membership.
SELECT source_row, practice AS member, commissioner AS organisation, 'pct' AS kind, from_day, until_day
FROM staged
ORDER BY practice, from_day
