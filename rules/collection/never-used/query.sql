-- One row per collection point and field that nothing behind the point uses and no law demands.
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
    'required', c.required
  ) AS args,
  c.evidence,
  c.system_id AS path
FROM fact_collection c
LEFT JOIN std_collection_points p ON p.collection_point_id = c.collection_point_id
LEFT JOIN std_systems s ON s.system_id = c.system_id
WHERE c.consumers = 0 AND coalesce(c.legal_duty, 'none') = 'none'
ORDER BY subject
