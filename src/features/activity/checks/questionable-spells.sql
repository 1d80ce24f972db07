-- Spells about whose practice, provider or length something is odd. One row per row found.
-- Source: rules of the product; settled ¶loading-4 on long stays. Stays overlap where one person is in two beds overnight:
-- leaving and being admitted on one day is a transfer.
WITH stays AS (
    SELECT
        source_row,
        practice,
        provider,
        commissioner,
        discharged_on,
        length_of_stay,
        coalesce(
            max(discharged_on) OVER (
                PARTITION BY person ORDER BY admitted_on, discharged_on, source_row
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) > admitted_on,
            false
        ) OR coalesce(
            lead(admitted_on) OVER (PARTITION BY person ORDER BY admitted_on, discharged_on, source_row) < discharged_on,
            false
        ) AS overlaps
    FROM (SELECT *, coalesce(patient, CAST(source_row AS VARCHAR)) AS person FROM rows) AS people
),

questions AS (
    SELECT
        stays.source_row,
        concat_ws(
            ' ',
            CASE WHEN stays.commissioner = 'none' THEN 'practice-in-no-pct' END,
            CASE
                WHEN stays.discharged_on NOT BETWEEN practices.opened_on AND practices.closed_on THEN 'practice-closed'
            END,
            CASE WHEN providers.code IS NULL THEN 'unknown-provider' END,
            CASE WHEN stays.length_of_stay > 365 THEN 'long-stay' END,
            CASE WHEN stays.overlaps THEN 'overlapping-stay' END
        ) AS codes
    FROM stays
    LEFT JOIN known AS practices ON stays.practice = practices.code AND practices.kind = 'practice'
    LEFT JOIN known AS providers ON stays.provider = providers.code AND providers.kind = 'provider'
)

SELECT source_row, codes
FROM questions
WHERE codes <> ''
ORDER BY source_row
