-- Hospital provider spells put together from their episodes, with whose money they are. One row per spell.
-- Source: hes-fields ¶admitted-5. A spell is the episodes of one person admitted on one day to one provider, in their order.
-- How the patient came is on the first and when the patient left on the last. What for is on the dominant one: the longest,
-- of equal ones the earliest; no HRG is ever worked out here. What an episode does not say is taken from the next that does.
WITH placed AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY provider, patient, admitted_on
            ORDER BY
                coalesce(episode_order, 100),
                coalesce(began_on, DATE '2999-12-31'),
                coalesce(ended_on, DATE '2999-12-31'),
                source_row
        ) AS place,
        CASE WHEN ended_on >= began_on THEN CAST(ended_on - began_on AS BIGINT) ELSE -1 END AS days
    FROM staged
),

ranked AS (
    SELECT
        placed.*,
        flagged.flags,
        row_number() OVER (PARTITION BY provider, patient, admitted_on ORDER BY days DESC, place) AS dominance
    FROM placed
    LEFT JOIN flagged ON placed.source_row = flagged.source_row
),

spells AS (
    SELECT
        provider,
        patient,
        admitted_on,
        count(*)                                                                                AS episodes,
        min_by(source_row, place)                                                               AS source_row,
        min_by(episode_id, place)                                                               AS spell_id,
        min_by(practice, CASE WHEN practice IS NOT NULL THEN place END)                         AS practice,
        min_by(sex, CASE WHEN sex IS NOT NULL THEN place END)                                   AS sex,
        min_by(age, CASE WHEN age IS NOT NULL THEN place END)                                   AS age,
        min_by(admission_method, CASE WHEN admission_method IS NOT NULL THEN place END)         AS admission_method,
        min_by(patient_class, CASE WHEN patient_class IS NOT NULL THEN place END)               AS patient_class,
        max_by(discharged_on, CASE WHEN discharged_on IS NOT NULL THEN place END)               AS discharged_on,
        min_by(hrg, CASE WHEN hrg IS NOT NULL THEN dominance END)                               AS hrg,
        min_by(treatment_function, CASE WHEN treatment_function IS NOT NULL THEN dominance END) AS treatment_function,
        min_by(diagnoses, CASE WHEN diagnoses IS NOT NULL THEN dominance END)                   AS diagnoses,
        min_by(procedures, CASE WHEN procedures IS NOT NULL THEN dominance END)                 AS procedures,
        string_agg(flags, ' ')                                                                  AS flags
    FROM ranked
    GROUP BY provider, patient, admitted_on
)

SELECT
    spells.source_row,
    array_to_string(list_sort(list_distinct(string_split(spells.flags, ' '))), ' ') AS flags,
    spells.spell_id,
    spells.provider,
    spells.practice,
    commissioners.commissioner,
    spells.patient,
    CASE WHEN spells.age BETWEEN 7001 AND 7007 THEN 0 WHEN spells.age <= 120 THEN spells.age END AS age,
    spells.sex,
    CAST(NULL AS VARCHAR) AS area,
    spells.admission_method,
    spells.patient_class,
    spells.admitted_on,
    spells.discharged_on,
    spells.episodes,
    spells.hrg,
    spells.treatment_function,
    spells.diagnoses,
    spells.procedures
FROM spells
LEFT JOIN commissioners
    ON spells.practice = commissioners.practice
    AND spells.discharged_on BETWEEN commissioners.first_day AND commissioners.last_day
WHERE spells.discharged_on IS NOT NULL
ORDER BY source_row
