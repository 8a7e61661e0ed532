-- One row per field that groups of systems collect without telling each other.
WITH names AS (
  SELECT
    g.field,
    list(coalesce(s.name, i.system_id) ORDER BY i.system_id) AS systems
  FROM fact_collection_groups g, unnest(string_split(g.systems, '|')) AS i(system_id)
  LEFT JOIN std_systems s ON s.system_id = i.system_id
  GROUP BY g.field
)
SELECT
  'field:' || g.field AS subject,
  CASE WHEN g.persons_per_month IS NULL THEN 'uncounted' ELSE 'counted' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  g.persons_per_month AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'field', g.field,
    'groups', g.groups,
    'systems', n.systems,
    'system_ids', string_split(g.systems, '|'),
    'points', string_split(g.points, '|')
  ) AS args,
  g.evidence,
  '' AS path
FROM fact_collection_groups g
JOIN names n ON n.field = g.field
WHERE g.groups >= 2
ORDER BY subject
