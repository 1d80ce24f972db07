-- Appointments of which is not known whether they were kept, or whether they were a first. One row per staged row found.
-- Source: hes-fields ¶outpatients-1 and ¶outpatients-2.
SELECT
    source_row,
    concat_ws(
        ' ',
        CASE WHEN first_attendance IS NULL THEN 'first-attendance-not-known' END,
        CASE WHEN attended IS NULL THEN 'attended-not-known' END
    ) AS codes
FROM staged
WHERE first_attendance IS NULL OR attended IS NULL
ORDER BY source_row
