-- What it takes to read the columns that prices of spells need, and nothing else. One row for all spells.
-- Source: spells as loaded; the columns that priced-spells uses in making a mart.
SELECT
    CAST(count(*) AS BIGINT)              AS rows_read,
    min(commissioner)                     AS commissioner,
    min(month)                            AS month,
    min(practice)                         AS practice,
    min(provider)                         AS provider,
    min(admission_kind)                   AS admission_kind,
    min(patient_class)                    AS patient_class,
    CAST(sum(length_of_stay) AS BIGINT)   AS length_of_stay,
    min(hrg)                              AS hrg
FROM spells
ORDER BY rows_read
