-- A PCT's envelope for a year. One row per line.
-- Source: envelopes as loaded.
SELECT line, label, service, amount_pence, method, activities, component, level, purpose
FROM envelopes
WHERE pct = $pct AND year = $year
ORDER BY line
