-- Who belonged to whom and when. One row per member, organisation and first day.
-- Source: membership files as loaded.
SELECT member, organisation, kind, from_day, until_day
FROM memberships
ORDER BY member, kind, from_day, organisation
