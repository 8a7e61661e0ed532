-- One row per collection point and field that another system knows and could have supplied in time.
SELECT
  'point:' || c.collection_point_id || '/' || c.field AS subject,
  CASE WHEN c.persons_per_month IS NULL THEN 'uncounted' ELSE 'counted' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  c.persons_per_month AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'point', coalesce(p.name, c.collection_point_id),
    'system', coalesce(s.name, c.system_id),
    'field', c.field,
    'process', c.process,
    'required', c.required,
    'known_in', coalesce(k.name, c.known_in),
    'latency_s', c.known_latency_s
  ) AS args,
  c.evidence,
  c.known_path AS path
FROM fact_collection c
LEFT JOIN std_collection_points p ON p.collection_point_id = c.collection_point_id
LEFT JOIN std_systems s ON s.system_id = c.system_id
LEFT JOIN std_systems k ON k.system_id = c.known_in
WHERE NOT c.prefilled
  AND c.known_in IS NOT NULL
  AND NOT list_contains(string_split($first_contact, '|'), coalesce(c.process, ''))
ORDER BY subject
