-- Shops as the lake holds them. One row per row staged.
-- Source: an example for the lake's own tests.
SELECT
    source_row,
    shop,
    area,
    opened_on
FROM staged
ORDER BY source_row
