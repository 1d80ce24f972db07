-- Episodes of which no spell can be made, each with the reason. One row per staged row found.
-- Source: hes-fields ¶admitted-5. A spell is kept or left out with all its episodes, so that it is whole when its rejected rows
-- are corrected and loaded again. Rows without provider, person or day of admission are rejected for that elsewhere.
WITH numbered AS (
    SELECT
        source_row,
        provider,
        patient,
        admitted_on,
        row_number() OVER (PARTITION BY episode_id ORDER BY source_row) AS occurrence,
        practice,
        discharged_on,
        coalesce(episode_order, 100)          AS episode_order,
        coalesce(began_on, DATE '2999-12-31') AS began_on,
        coalesce(ended_on, DATE '2999-12-31') AS ended_on
    FROM staged
    WHERE provider IS NOT NULL AND patient IS NOT NULL AND admitted_on IS NOT NULL AND episode_id IS NOT NULL
),

placed AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY provider, patient, admitted_on ORDER BY episode_order, began_on, ended_on, source_row
        ) AS place
    FROM numbered
    WHERE occurrence = 1
),

spells AS (
    SELECT
        provider,
        patient,
        admitted_on,
        min_by(practice, CASE WHEN practice IS NOT NULL THEN place END)           AS practice,
        max_by(discharged_on, CASE WHEN discharged_on IS NOT NULL THEN place END) AS discharged_on
    FROM placed
    GROUP BY provider, patient, admitted_on
),

judged AS (
    SELECT
        spells.provider,
        spells.patient,
        spells.admitted_on,
        concat_ws(
            ' ',
            CASE WHEN known.code IS NULL THEN 'unknown-practice' END,
            CASE WHEN spells.discharged_on IS NULL THEN 'no-discharge' END,
            CASE WHEN spells.discharged_on < spells.admitted_on THEN 'discharge-before-admission' END
        ) AS codes
    FROM spells
    LEFT JOIN known ON spells.practice = known.code AND known.kind = 'practice'
)

SELECT placed.source_row, judged.codes
FROM placed
JOIN judged
    ON placed.provider = judged.provider
    AND placed.patient = judged.patient
    AND placed.admitted_on = judged.admitted_on
WHERE judged.codes <> ''
UNION ALL
SELECT source_row, 'episode-repeated' AS codes
FROM numbered
WHERE occurrence > 1
ORDER BY source_row
