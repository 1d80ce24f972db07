-- What prescriptions cost. One row per commissioner, practice and month.
-- Source: monthly prescribing spend as loaded: actual cost, not net ingredient cost.
SELECT
    commissioner,
    practice,
    month,
    CAST(sum(items) AS BIGINT)             AS items,
    CAST(sum(actual_cost_pence) AS BIGINT) AS pence
FROM prescribing
GROUP BY commissioner, practice, month
ORDER BY commissioner, practice, month
