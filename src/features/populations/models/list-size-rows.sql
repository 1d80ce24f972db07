-- Registered patients by sex and age band, the file's eighteen columns turned into rows. One row per practice, sex and age band.
-- Source: NHS Prescription Services, patient list size by quarter; the quarter is the loader's to say. Whose practice it was
-- on its first day.
SELECT
    staged.source_row,
    coalesce(owners.owner, 'none') AS commissioner,
    staged.practice,
    CAST($as_at AS DATE) AS as_at,
    bands.sex,
    bands.age_band,
    CASE bands.place
        WHEN 1 THEN staged.men_0_4
        WHEN 2 THEN staged.women_0_4
        WHEN 3 THEN staged.men_5_14
        WHEN 4 THEN staged.women_5_14
        WHEN 5 THEN staged.men_15_24
        WHEN 6 THEN staged.women_15_24
        WHEN 7 THEN staged.men_25_34
        WHEN 8 THEN staged.women_25_34
        WHEN 9 THEN staged.men_35_44
        WHEN 10 THEN staged.women_35_44
        WHEN 11 THEN staged.men_45_54
        WHEN 12 THEN staged.women_45_54
        WHEN 13 THEN staged.men_55_64
        WHEN 14 THEN staged.women_55_64
        WHEN 15 THEN staged.men_65_74
        WHEN 16 THEN staged.women_65_74
        WHEN 17 THEN staged.men_75_up
        WHEN 18 THEN staged.women_75_up
    END AS patients
FROM staged
CROSS JOIN (
    VALUES
        (1, '1', '0-4'),
        (2, '2', '0-4'),
        (3, '1', '5-14'),
        (4, '2', '5-14'),
        (5, '1', '15-24'),
        (6, '2', '15-24'),
        (7, '1', '25-34'),
        (8, '2', '25-34'),
        (9, '1', '35-44'),
        (10, '2', '35-44'),
        (11, '1', '45-54'),
        (12, '2', '45-54'),
        (13, '1', '55-64'),
        (14, '2', '55-64'),
        (15, '1', '65-74'),
        (16, '2', '65-74'),
        (17, '1', '75+'),
        (18, '2', '75+')
) AS bands (place, sex, age_band)
LEFT JOIN owners
    ON staged.practice = owners.practice
    AND CAST($as_at AS DATE) BETWEEN owners.first_day AND owners.last_day
ORDER BY practice, as_at, sex, age_band
