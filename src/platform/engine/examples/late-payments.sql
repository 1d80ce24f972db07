-- Payments that were late. One row per payment, by practice.
-- Source: an example for the engine's own tests.
SELECT practice, cost, paid_on, is_late
FROM payments
WHERE is_late
ORDER BY practice
