-- Practices and providers that are known, from the first day any source gives to the last. One row per code and kind.
-- Source: organisation files as loaded; where sources differ, the widest span holds.
SELECT
    code,
    kind,
    min(coalesce(opened_on, DATE '1900-01-01')) AS opened_on,
    max(coalesce(closed_on, DATE '2999-12-31')) AS closed_on
FROM organisations
WHERE kind IN ('practice', 'provider')
GROUP BY code, kind
ORDER BY code, kind
