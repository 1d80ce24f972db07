-- A practice's registered patients by quarter, sex and age band. One row per quarter, sex and age band.
-- Source: registered lists as loaded.
SELECT as_at, sex, age_band, CAST(sum(patients) AS BIGINT) AS patients
FROM lists
WHERE practice = $practice
GROUP BY as_at, sex, age_band
ORDER BY as_at, sex, age_band
