-- All that was loaded of a table. One row per row loaded.
-- Source: files of the lake.
SELECT *
FROM loaded
ORDER BY ALL
