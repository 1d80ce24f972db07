-- A&E attendances about whose practice or provider something is odd. One row per row found.
-- Source: rules of the product: a practice is open and in a PCT, and a provider is known.
WITH questions AS (
    SELECT
        rows.source_row,
        concat_ws(
            ' ',
            CASE WHEN rows.commissioner = 'none' THEN 'practice-in-no-pct' END,
            CASE WHEN rows.arrived_on NOT BETWEEN practices.opened_on AND practices.closed_on THEN 'practice-closed' END,
            CASE WHEN providers.code IS NULL THEN 'unknown-provider' END
        ) AS codes
    FROM rows
    LEFT JOIN known AS practices ON rows.practice = practices.code AND practices.kind = 'practice'
    LEFT JOIN known AS providers ON rows.provider = providers.code AND providers.kind = 'provider'
)

SELECT source_row, codes
FROM questions
WHERE codes <> ''
ORDER BY source_row
