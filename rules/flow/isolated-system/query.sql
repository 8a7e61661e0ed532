-- One row per system that is in use and has no active flow in or out.
WITH steps AS (
  SELECT system_id, count(DISTINCT communication_id) AS communications
  FROM std_communication_steps
  GROUP BY system_id
),
points AS (
  SELECT system_id, count(DISTINCT collection_point_id) AS points FROM std_collection_points GROUP BY system_id
),
islands AS (
  SELECT f.system_id, f.persons, f.persons_of, f.evidence,
    coalesce(t.communications, 0) AS communications,
    coalesce(p.points, 0) AS points
  FROM fact_systems f
  LEFT JOIN steps t ON t.system_id = f.system_id
  LEFT JOIN points p ON p.system_id = f.system_id
  WHERE f.flows_in = 0 AND f.flows_out = 0
)
SELECT
  'system:' || i.system_id AS subject,
  CASE WHEN i.persons > 0 THEN 'island' WHEN i.communications > 0 THEN 'station' ELSE 'counter' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CASE WHEN i.persons > 0 THEN i.persons END AS persons,
  CASE WHEN i.persons > 0 THEN i.persons_of END AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'system', coalesce(s.name, i.system_id),
    'communications', i.communications,
    'points', i.points
  ) AS args,
  i.evidence,
  i.system_id AS path
FROM islands i
LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) s ON s.system_id = i.system_id
WHERE i.persons > 0 OR i.communications > 0 OR i.points > 0
ORDER BY subject
