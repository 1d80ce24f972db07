-- What the price of one spell depends on. One row per load and line: one at most.
-- Source: spells as loaded.
SELECT provider, admission_kind, patient_class, length_of_stay, hrg
FROM spells
WHERE practice = $practice AND load = $load AND source_row = $source_row
ORDER BY provider
