-- Outpatient attendances with what they cost at a year's prices. One row per attendance as loaded.
-- Source: the rule in rules/price-attendance.ts, with its paragraphs; both give the same pence.
WITH price_list AS (
    SELECT treatment_function, name, 'first-single' AS way, first_single_pence AS list_pence
    FROM prices
    WHERE price_year = $price_year
    UNION ALL
    SELECT treatment_function, name, 'first-multi', first_multi_pence
    FROM prices
    WHERE price_year = $price_year
    UNION ALL
    SELECT treatment_function, name, 'follow-up-single', follow_up_single_pence
    FROM prices
    WHERE price_year = $price_year
    UNION ALL
    SELECT treatment_function, name, 'follow-up-multi', follow_up_multi_pence
    FROM prices
    WHERE price_year = $price_year
),

price_list_size AS (
    SELECT count(*) AS items FROM prices WHERE price_year = $price_year
),

procedure_list AS (
    SELECT hrg, name, outpatient_procedure_pence AS procedure_pence
    FROM procedures
    WHERE price_year = $price_year AND $pays_procedures AND outpatient_procedure_pence IS NOT NULL
),

provider_factors AS (
    SELECT provider, CAST(CAST(factor_millionths AS DECIMAL(9, 0)) * 0.000001 AS DECIMAL(9, 6)) AS factor
    FROM factors
    WHERE price_year = $price_year AND $pays_market_forces
),

-- What can be paid for has a way by which its price is found; what cannot has none, and so meets no price.
delivered AS (
    SELECT
        *,
        CASE
            WHEN NOT was_seen OR is_by_telephone THEN NULL
            WHEN is_first THEN CASE WHEN is_multi_professional THEN 'first-multi' ELSE 'first-single' END
            ELSE CASE WHEN is_multi_professional THEN 'follow-up-multi' ELSE 'follow-up-single' END
        END AS way,
        CASE WHEN was_seen AND NOT is_by_telephone THEN hrg END AS procedure_hrg
    FROM attendances
),

matched AS (
    SELECT
        delivered.*,
        price_list.treatment_function AS listed_function,
        price_list.name AS function_name,
        procedure_list.hrg AS listed_procedure,
        procedure_list.name AS procedure_name,
        price_list_size.items,
        provider_factors.factor,
        coalesce(procedure_list.procedure_pence, price_list.list_pence) AS list_pence
    FROM delivered
    CROSS JOIN price_list_size
    LEFT JOIN price_list
        ON delivered.treatment_function = price_list.treatment_function AND delivered.way = price_list.way
    LEFT JOIN procedure_list ON delivered.procedure_hrg = procedure_list.hrg
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
    attended_on AS happened_on,
    CASE
        WHEN listed_procedure IS NOT NULL THEN 'outpatient-procedure'
        WHEN is_by_telephone THEN 'outpatient-telephone'
        WHEN is_first THEN 'outpatient-first'
        ELSE 'outpatient-follow-up'
    END AS point_of_delivery,
    coalesce(listed_procedure, treatment_function) AS currency,
    coalesce(procedure_name, function_name) AS currency_name,
    CASE
        WHEN list_pence IS NOT NULL THEN
            CASE WHEN $pays_market_forces AND factor IS NULL THEN 'priced-without-market-forces' ELSE 'priced' END
        WHEN NOT was_seen THEN 'not-seen'
        WHEN is_by_telephone THEN 'no-price-for-point-of-delivery'
        WHEN treatment_function IS NULL THEN 'no-treatment-function'
        WHEN items = 0 THEN 'no-price-list'
        WHEN listed_function IS NULL THEN 'treatment-function-not-in-price-list'
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
