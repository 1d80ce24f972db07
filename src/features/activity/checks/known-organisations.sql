-- Practices and providers that are known, from the first day any source gives to the last. One row per code and kind.
-- Source: organisation files as loaded; where they differ, the widest span holds. A practice that only memberships name, as
-- some of those that closed long ago are, is known too: who paid for it is.
WITH named AS (
    SELECT
        code,
        kind,
        coalesce(opened_on, DATE '1900-01-01') AS opened_on,
        coalesce(closed_on, DATE '2999-12-31') AS closed_on
    FROM organisations
    WHERE kind IN ('practice', 'provider')
    UNION ALL
    SELECT member AS code, 'practice' AS kind, CAST(NULL AS DATE) AS opened_on, CAST(NULL AS DATE) AS closed_on
    FROM memberships
    WHERE kind = 'pct'
)

SELECT
    code,
    kind,
    coalesce(min(opened_on), DATE '1900-01-01') AS opened_on,
    coalesce(max(closed_on), DATE '2999-12-31') AS closed_on
FROM named
GROUP BY code, kind
ORDER BY code, kind
