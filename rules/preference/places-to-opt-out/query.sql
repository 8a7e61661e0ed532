-- One row for the ecosystem when too many persons need several places to refuse everything, or find none for some of it.
WITH counted AS (
  SELECT
    sum(persons) AS persons_of,
    coalesce(sum(persons) FILTER (WHERE out_of_reach), 0) AS out_of_reach,
    coalesce(sum(persons) FILTER (WHERE places > 1), 0) AS several,
    coalesce(sum(persons) FILTER (WHERE places > 1 OR out_of_reach), 0) AS persons
  FROM fact_places_to_choose
),
sorted AS (
  SELECT CASE WHEN out_of_reach THEN NULL ELSE places END AS places, sum(persons) AS persons
  FROM fact_places_to_choose
  GROUP BY CASE WHEN out_of_reach THEN NULL ELSE places END
),
distribution AS (
  SELECT string_agg(
    CASE
      WHEN places IS NULL THEN 'nowhere for some of it for ' || persons
      WHEN places = 1 THEN 'one place for ' || persons
      ELSE places || ' places for ' || persons
    END, ', ' ORDER BY places NULLS LAST) AS text
  FROM sorted
),
shown AS (
  SELECT points, evidence, row_number() OVER (ORDER BY places DESC, persons DESC, out_of_reach) AS n
  FROM fact_places_to_choose
)
SELECT
  'field:preference.consent' AS subject,
  CASE WHEN c.several > 0 THEN 'several' ELSE 'out_of_reach' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'likely' AS confidence,
  c.persons,
  c.persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'persons_of', c.persons_of,
    'several', c.several,
    'out_of_reach', c.out_of_reach,
    'distribution', d.text,
    'points', CASE WHEN s.points = '' THEN [] ELSE string_split(s.points, '|') END
  ) AS args,
  s.evidence,
  '' AS path
FROM counted c, distribution d, shown s
WHERE s.n = 1 AND c.persons > CAST($max_share AS DECIMAL(9, 6)) * c.persons_of
