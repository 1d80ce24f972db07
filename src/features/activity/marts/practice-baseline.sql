-- Activity of a window at the prices of its own years and at those of the budget year. One row per practice, month and
-- point of delivery. A row can change its point of delivery with the year where a procedure gains or loses its price.
-- Source: practice-activity, made twice; 003 ¶A1-5.
WITH both_years AS (
    SELECT
        practice,
        month,
        point_of_delivery,
        rows_loaded AS own_rows,
        rows_priced AS own_rows_priced,
        pence       AS own_pence,
        0           AS budget_rows,
        0           AS budget_rows_priced,
        0           AS budget_pence,
        0           AS budget_base_pence,
        0           AS budget_long_stay_pence,
        0           AS budget_market_forces_pence
    FROM own_year
    WHERE month >= $first_month AND month <= $last_month
    UNION ALL
    SELECT
        practice,
        month,
        point_of_delivery,
        0,
        0,
        0,
        rows_loaded,
        rows_priced,
        pence,
        base_pence,
        long_stay_pence,
        market_forces_pence
    FROM budget_year
    WHERE month >= $first_month AND month <= $last_month
)

SELECT
    practice,
    month,
    point_of_delivery,
    CAST(sum(own_rows) AS BIGINT)                   AS own_rows,
    CAST(sum(own_rows_priced) AS BIGINT)            AS own_rows_priced,
    CAST(sum(own_pence) AS BIGINT)                  AS own_pence,
    CAST(sum(budget_rows) AS BIGINT)                AS budget_rows,
    CAST(sum(budget_rows_priced) AS BIGINT)         AS budget_rows_priced,
    CAST(sum(budget_pence) AS BIGINT)               AS budget_pence,
    CAST(sum(budget_base_pence) AS BIGINT)          AS budget_base_pence,
    CAST(sum(budget_long_stay_pence) AS BIGINT)     AS budget_long_stay_pence,
    CAST(sum(budget_market_forces_pence) AS BIGINT) AS budget_market_forces_pence
FROM both_years
GROUP BY practice, month, point_of_delivery
ORDER BY practice, month, point_of_delivery
