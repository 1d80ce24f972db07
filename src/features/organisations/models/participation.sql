-- Sign-up of practices to incentive schemes. One row per practice, scheme and first day.
-- Source: participation files as loaded.
SELECT practice, scheme, from_day, until_day
FROM participation
ORDER BY practice, scheme, from_day
