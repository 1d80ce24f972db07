-- Patients registered with each practice by sex and age band. One row per practice, quarter, sex and age band.
-- Source: registered lists as loaded; a practice in several loads keeps the one the lake prefers.
SELECT practice, as_at, sex, age_band, CAST(sum(patients) AS BIGINT) AS patients
FROM lists
WHERE as_at >= $earliest
  AND as_at <= $latest
GROUP BY practice, as_at, sex, age_band
ORDER BY practice, as_at, sex, age_band
