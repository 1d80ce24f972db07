-- What the price of one outpatient attendance depends on. One row per load and line: one at most.
-- Source: outpatient attendances as loaded.
SELECT provider, treatment_function, is_first, is_by_telephone, is_multi_professional, was_seen, hrg
FROM attendances
WHERE practice = $practice AND load = $load AND source_row = $source_row
ORDER BY provider
