-- Payments in shops that nobody knows, or before the shop opened. One row per row staged in which one is found.
-- Source: an example for the lake's own tests.
SELECT
    source_row,
    codes
FROM (
    SELECT
        staged.source_row,
        concat_ws(
            ' ',
            CASE WHEN shops.shop IS NULL THEN 'unknown-shop' END,
            CASE WHEN staged.paid_on < shops.opened_on THEN 'not-open-yet' END
        ) AS codes
    FROM staged
    LEFT JOIN shops ON staged.shop = shops.shop
    WHERE staged.shop IS NOT NULL
) AS looked
WHERE codes <> ''
ORDER BY source_row
