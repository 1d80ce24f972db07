-- What it takes to read the columns that prices of outpatient attendances need, and nothing else. One row for all attendances.
-- Source: attendances as loaded; the columns that priced-attendances uses in making a mart.
SELECT
    CAST(count(*) AS BIGINT)   AS rows_read,
    min(commissioner)          AS commissioner,
    min(month)                 AS month,
    min(practice)              AS practice,
    min(provider)              AS provider,
    min(treatment_function)    AS treatment_function,
    min(is_first)              AS is_first,
    min(is_by_telephone)       AS is_by_telephone,
    min(is_multi_professional) AS is_multi_professional,
    min(was_seen)              AS was_seen,
    min(hrg)                   AS hrg
FROM attendances
ORDER BY rows_read
