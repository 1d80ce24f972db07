-- Hospital spells with what they cost at a year's prices. One row per spell as loaded.
-- Source: the rule in rules/price-spell.ts, with its paragraphs; both give the same pence.

-- One price and one trim point per HRG and way of delivery, so that a spell meets one row of few columns. It is read
-- once only: a table expression used twice is written down first, which costs a quarter of the time of all that follows.
WITH price_list AS (
    SELECT
        hrg,
        name,
        'day-case' AS way,
        day_case_pence AS list_pence,
        CAST(NULL AS BIGINT) AS trim_days,
        long_stay_day_pence
    FROM prices
    WHERE price_year = $price_year
    UNION ALL
    SELECT hrg, name, 'elective-ordinary', ordinary_elective_pence, elective_trim_days, long_stay_day_pence
    FROM prices
    WHERE price_year = $price_year
    UNION ALL
    SELECT hrg, name, 'emergency', non_elective_pence, non_elective_trim_days, long_stay_day_pence
    FROM prices
    WHERE price_year = $price_year
    UNION ALL
    SELECT
        hrg,
        name,
        'emergency-short-stay',
        coalesce(short_stay_emergency_pence, non_elective_pence),
        non_elective_trim_days,
        long_stay_day_pence
    FROM prices
    WHERE price_year = $price_year
    UNION ALL
    SELECT hrg, name, 'non-elective-other', non_elective_pence, non_elective_trim_days, long_stay_day_pence
    FROM prices
    WHERE price_year = $price_year
),

price_list_size AS (
    SELECT count(*) AS items FROM prices WHERE price_year = $price_year
),

provider_factors AS (
    SELECT provider, CAST(CAST(factor_millionths AS DECIMAL(9, 0)) * 0.000001 AS DECIMAL(9, 6)) AS factor
    FROM factors
    WHERE price_year = $price_year AND $pays_market_forces
),

delivered AS (
    SELECT
        *,
        CASE
            WHEN position(patient_class IN $excluded_classes) > 0 THEN 'regular-attender'
            WHEN admission_kind = 'emergency' THEN
                CASE WHEN length_of_stay < $short_stay_under_days THEN 'emergency-short-stay' ELSE 'emergency' END
            WHEN admission_kind IN ('maternity', 'transfer', 'other') THEN 'non-elective-other'
            WHEN position(patient_class IN $day_case_classes) > 0 THEN 'day-case'
            WHEN admission_kind = 'elective' THEN 'elective-ordinary'
            ELSE 'admission-not-known'
        END AS way
    FROM spells
),

matched AS (
    SELECT
        delivered.*,
        price_list.hrg AS listed_hrg,
        price_list.name AS currency_name,
        price_list.list_pence,
        price_list.long_stay_day_pence,
        price_list_size.items,
        provider_factors.factor,
        CASE
            WHEN
                $pays_long_stay_days
                AND price_list.list_pence IS NOT NULL
                AND price_list.long_stay_day_pence IS NOT NULL
                AND delivered.length_of_stay > price_list.trim_days
                THEN delivered.length_of_stay - price_list.trim_days
            ELSE 0
        END AS long_stay_days
    FROM delivered
    CROSS JOIN price_list_size
    LEFT JOIN price_list ON delivered.hrg = price_list.hrg AND delivered.way = price_list.way
    LEFT JOIN provider_factors ON delivered.provider = provider_factors.provider
),

summed AS (
    SELECT
        *,
        coalesce(list_pence, 0) AS base_pence,
        CASE WHEN long_stay_days > 0 THEN long_stay_days * long_stay_day_pence ELSE 0 END AS long_stay_pence
    FROM matched
)

SELECT
    commissioner,
    month,
    practice,
    provider,
    spell_id AS row_id,
    load,
    source_row,
    flags,
    discharged_on AS happened_on,
    CASE WHEN way = 'emergency-short-stay' THEN 'emergency' ELSE way END AS point_of_delivery,
    hrg AS currency,
    currency_name,
    CASE
        WHEN list_pence IS NOT NULL THEN
            CASE WHEN $pays_market_forces AND factor IS NULL THEN 'priced-without-market-forces' ELSE 'priced' END
        WHEN way = 'regular-attender' THEN 'regular-attender'
        WHEN way = 'admission-not-known' THEN 'admission-method-not-known'
        WHEN hrg IS NULL THEN 'no-hrg'
        WHEN items = 0 THEN 'no-price-list'
        WHEN listed_hrg IS NULL THEN 'hrg-not-in-price-list'
        ELSE 'no-price-for-point-of-delivery'
    END AS status,
    length_of_stay AS bed_days,
    long_stay_days,
    base_pence,
    long_stay_pence,
    -- Rounded once a row, halves away from nought, as the kernel does; exact, for no float takes part.
    CAST(round(CAST(base_pence + long_stay_pence AS DECIMAL(15, 0)) * coalesce(factor, 1.000000)) AS BIGINT) AS pence
FROM summed
ORDER BY commissioner, month, provider, spell_id, load, source_row
