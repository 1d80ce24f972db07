-- One patient's rows among those of one practice in a window. One row per row loaded, by day.
-- Source: priced rows, and the rows as loaded, which alone hold whose they are.
WITH own AS (
    SELECT load, source_row
    FROM care
    WHERE patient = $patient
      AND practice = $practice
      AND month >= $first_month
      AND month <= $last_month
)

SELECT
    priced.row_id,
    priced.month,
    priced.happened_on,
    priced.provider,
    priced.point_of_delivery,
    priced.currency,
    priced.currency_name,
    priced.status,
    priced.load,
    priced.source_row,
    priced.pence
FROM priced
INNER JOIN own ON priced.load = own.load AND priced.source_row = own.source_row
WHERE priced.practice = $practice
ORDER BY priced.happened_on, priced.row_id, priced.load, priced.source_row
