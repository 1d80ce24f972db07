-- What the price of one accident and emergency attendance depends on. One row per load and line: one at most.
-- Source: accident and emergency attendances as loaded.
SELECT provider, department_type, hrg
FROM attendances
WHERE practice = $practice AND load = $load AND source_row = $source_row
ORDER BY provider
