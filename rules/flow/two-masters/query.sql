-- One row per field that several systems master for one line of business without an order, or against the authorities.
WITH faulty AS (
  SELECT *, coalesce(unlisted, '') <> '' AS against
  FROM fact_masters
  WHERE coalesce(unlisted, '') <> '' OR (strpos(systems, '|') > 0 AND NOT ordered)
),
members AS (
  SELECT DISTINCT f.field, m.system_id,
    list_contains(string_split(coalesce(f.unlisted, ''), '|'), m.system_id) AS unlisted,
    coalesce(n.name, m.system_id) AS name
  FROM faulty f, unnest(string_split(f.systems, '|')) AS m (system_id)
  LEFT JOIN std_systems n ON n.system_id = m.system_id
),
named AS (
  SELECT field,
    string_agg(DISTINCT name, ', ' ORDER BY name) AS systems,
    string_agg(DISTINCT name, ', ' ORDER BY name) FILTER (WHERE unlisted) AS unlisted,
    list_sort(list(DISTINCT system_id)) AS ids
  FROM members
  GROUP BY field
),
fields AS (
  SELECT field, bool_or(against) AS against,
    string_agg(lob, ', ' ORDER BY lob) FILTER (WHERE lob <> '*') AS lobs,
    '[' || string_agg(evidence, ',' ORDER BY lob) || ']' AS evidence
  FROM faulty
  GROUP BY field
)
SELECT
  'field:' || f.field AS subject,
  CASE WHEN f.against THEN 'against' ELSE 'undecided' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'field', f.field,
    'systems', n.systems,
    'unlisted', n.unlisted,
    'lobs', coalesce(f.lobs, 'every line of business'),
    'system_ids', n.ids
  ) AS args,
  f.evidence,
  '' AS path
FROM fields f
JOIN named n ON n.field = f.field
ORDER BY subject
