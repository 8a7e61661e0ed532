-- One row per flow of which everything arrives as soon without it; all of them can go together.
WITH names AS (
  SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id
),
ways AS (
  SELECT r.flow_id, string_agg(coalesce(n.name, w.system_id), ', ' ORDER BY w.place) AS way
  FROM (
    SELECT DISTINCT flow_id, unnest(string_split(path, '|')) AS system_id,
      generate_subscripts(string_split(path, '|'), 1) AS place
    FROM fact_redundant_flows
  ) w
  JOIN fact_redundant_flows r ON r.flow_id = w.flow_id
  LEFT JOIN names n ON n.system_id = w.system_id
  WHERE w.system_id <> r.from_system_id AND w.system_id <> r.to_system_id
  GROUP BY r.flow_id
)
SELECT
  'flow:' || r.flow_id AS subject,
  'replaced' AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'flow', r.flow_id,
    'from', coalesce(a.name, r.from_system_id),
    'to', coalesce(b.name, r.to_system_id),
    'way', coalesce(w.way, 'another flow between the two'),
    'fields', replace(r.fields, '|', ', ')
  ) AS args,
  r.evidence,
  r.path
FROM fact_redundant_flows r
LEFT JOIN ways w ON w.flow_id = r.flow_id
LEFT JOIN names a ON a.system_id = r.from_system_id
LEFT JOIN names b ON b.system_id = r.to_system_id
WHERE r.removable
ORDER BY subject
