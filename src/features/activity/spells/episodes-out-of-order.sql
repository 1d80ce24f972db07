-- Episodes that do not make up a whole spell: the first or one between is missing, two have one place, one is unfinished.
-- One row per staged row found, the episode that shows it.
-- Source: hes-fields ¶admitted-5; the statistics' field list on order and status of episodes.
WITH numbered AS (
    SELECT
        source_row,
        provider,
        patient,
        admitted_on,
        row_number() OVER (PARTITION BY episode_id ORDER BY source_row) AS occurrence,
        discharged_on,
        episode_order,
        episode_status,
        coalesce(began_on, DATE '2999-12-31') AS began_on,
        coalesce(ended_on, DATE '2999-12-31') AS ended_on
    FROM staged
    WHERE provider IS NOT NULL AND patient IS NOT NULL AND admitted_on IS NOT NULL AND episode_id IS NOT NULL
),

placed AS (
    SELECT
        source_row,
        episode_order,
        episode_status,
        discharged_on,
        row_number() OVER spell                                               AS place,
        lag(episode_order) OVER spell                                         AS order_before,
        lead(source_row) OVER spell IS NULL                                   AS is_last,
        max(discharged_on) OVER (PARTITION BY provider, patient, admitted_on) AS latest_discharge
    FROM numbered
    WHERE occurrence = 1
    WINDOW spell AS (
        PARTITION BY provider, patient, admitted_on
        ORDER BY coalesce(episode_order, 100), began_on, ended_on, source_row
    )
),

questions AS (
    SELECT
        source_row,
        concat_ws(
            ' ',
            CASE WHEN place = 1 AND episode_order > 1 THEN 'first-episode-missing' END,
            CASE WHEN episode_order > order_before + 1 THEN 'episode-missing' END,
            CASE WHEN episode_order = order_before THEN 'episode-order-repeated' END,
            CASE WHEN episode_order IS NULL THEN 'episode-order-not-known' END,
            CASE WHEN episode_status IN ('1', '9') THEN 'episode-unfinished' END,
            CASE WHEN is_last AND discharged_on IS NULL AND latest_discharge IS NOT NULL THEN 'discharge-not-on-last' END
        ) AS codes
    FROM placed
)

SELECT source_row, codes
FROM questions
WHERE codes <> ''
ORDER BY source_row
