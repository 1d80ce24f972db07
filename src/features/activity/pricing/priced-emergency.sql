-- Accident and emergency attendances with what they cost at a year's prices. One row per attendance as loaded.
-- Source: the rule in rules/price-emergency.ts, with its paragraphs; both give the same pence.
WITH price_list AS (
    SELECT hrg, name, 'a-and-e-1-2' AS way, type_1_2_pence AS list_pence
    FROM prices
    WHERE price_year = $price_year
    UNION ALL
    SELECT hrg, name, 'a-and-e-3', type_3_pence
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
            WHEN position(department_type IN $type_1_2_departments) > 0 THEN 'a-and-e-1-2'
            WHEN position(department_type IN $type_3_departments) > 0 THEN 'a-and-e-3'
            ELSE 'a-and-e-other'
        END AS way
    FROM attendances
),

matched AS (
    SELECT
        delivered.*,
        price_list.hrg AS listed_hrg,
        price_list.name AS currency_name,
        price_list.list_pence,
        price_list_size.items,
        provider_factors.factor
    FROM delivered
    CROSS JOIN price_list_size
    LEFT JOIN price_list ON delivered.hrg = price_list.hrg AND delivered.way = price_list.way
    LEFT JOIN provider_factors ON delivered.provider = provider_factors.provider
)

SELECT
    commissioner,
    month,
    practice,
    provider,
    attendance_id AS row_id,
    load,
    source_row,
    flags,
    arrived_on AS happened_on,
    way AS point_of_delivery,
    hrg AS currency,
    currency_name,
    CASE
        WHEN list_pence IS NOT NULL THEN
            CASE WHEN $pays_market_forces AND factor IS NULL THEN 'priced-without-market-forces' ELSE 'priced' END
        WHEN way = 'a-and-e-other' THEN
            CASE
                WHEN position(department_type IN $unpriced_departments) > 0 THEN 'no-price-for-point-of-delivery'
                ELSE 'department-type-not-known'
            END
        WHEN hrg IS NULL THEN 'no-hrg'
        WHEN items = 0 THEN 'no-price-list'
        WHEN listed_hrg IS NULL THEN 'hrg-not-in-price-list'
        ELSE 'no-price-for-point-of-delivery'
    END AS status,
    CAST(0 AS BIGINT) AS bed_days,
    CAST(0 AS BIGINT) AS long_stay_days,
    coalesce(list_pence, 0) AS base_pence,
    CAST(0 AS BIGINT) AS long_stay_pence,
    -- Rounded once a row, halves away from nought, as the kernel does; exact, for no float takes part.
    CAST(round(CAST(coalesce(list_pence, 0) AS DECIMAL(15, 0)) * coalesce(factor, 1.000000)) AS BIGINT) AS pence
FROM matched
ORDER BY commissioner, month, provider, attendance_id, load, source_row
