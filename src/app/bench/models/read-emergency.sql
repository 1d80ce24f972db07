-- What it takes to read the columns that prices of A&E attendances need, and nothing else. One row for all attendances.
-- Source: A&E attendances as loaded; the columns that priced-emergency uses in making a mart.
SELECT
    CAST(count(*) AS BIGINT) AS rows_read,
    min(commissioner)        AS commissioner,
    min(month)               AS month,
    min(practice)            AS practice,
    min(provider)            AS provider,
    min(department_type)     AS department_type,
    min(hrg)                 AS hrg
FROM attendances
ORDER BY rows_read
