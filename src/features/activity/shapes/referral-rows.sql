-- Referrals by the month in which they came. One row per referral.
-- Source: the product's own layout, referrals.csv; the commissioner is the practice's PCT on the day.
SELECT
    coalesce(commissioners.commissioner, 'none') AS commissioner,
    left(CAST(staged.received_on AS VARCHAR), 7) AS month,
    staged.source_row,
    staged.referral_id,
    staged.practice,
    staged.received_on,
    staged.provider,
    staged.treatment_function,
    staged.source,
    staged.priority
FROM staged
LEFT JOIN commissioners
    ON staged.practice = commissioners.practice
    AND staged.received_on BETWEEN commissioners.first_day AND commissioners.last_day
ORDER BY source_row
