-- Payments as the lake holds them. One row per row staged.
-- Source: an example for the lake's own tests.
SELECT
    staged.source_row,
    strftime(staged.paid_on, '%Y-%m') AS month,
    coalesce(shops.area, 'none')      AS area,
    staged.number,
    staged.shop,
    staged.person,
    staged.age,
    staged.district,
    staged.paid_on,
    staged.amount_pence
FROM staged
LEFT JOIN shops ON staged.shop = shops.shop
ORDER BY staged.source_row
