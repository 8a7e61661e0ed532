-- One row per flow that takes longest on ways by which changes arrive later than agreed, schedules included.
WITH late AS (
  SELECT
    field, from_system_id, to_system_id, slowest_flow_id AS flow_id, agreed_s,
    NOT met AS declared,
    CASE WHEN met THEN latest_s ELSE latency_s END AS takes_s
  FROM fact_demands
  WHERE hops > 0 AND slowest_flow_id IS NOT NULL AND (NOT met OR latest_s > agreed_s)
),
-- Where the declared time alone is too long, the worst moment adds nothing.
worst AS (
  SELECT flow_id, bool_or(declared) AS declared FROM late GROUP BY flow_id
),
ways AS (
  SELECT l.* FROM late l JOIN worst w ON w.flow_id = l.flow_id AND w.declared = l.declared
),
names AS (
  SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id
),
grouped AS (
  SELECT
    w.flow_id,
    bool_or(w.declared) AS declared,
    count(*) AS ways,
    max(w.takes_s) AS takes_s,
    min(w.agreed_s) AS agreed_s,
    string_agg(DISTINCT w.field, ', ' ORDER BY w.field) AS fields,
    string_agg(DISTINCT coalesce(n.name, w.to_system_id), ', ' ORDER BY coalesce(n.name, w.to_system_id)) AS receivers
  FROM ways w LEFT JOIN names n ON n.system_id = w.to_system_id
  GROUP BY w.flow_id
),
flows AS (
  SELECT flow_id, min(from_system_id) AS from_id, min(to_system_id) AS to_id, min(evidence) AS evidence
  FROM fact_flow_loads
  GROUP BY flow_id
)
SELECT
  'flow:' || g.flow_id AS subject,
  CASE WHEN g.declared THEN 'slow' ELSE 'waits' END AS "case",
  'too_slow' AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'flow', g.flow_id,
    'from', coalesce(a.name, f.from_id),
    'to', coalesce(b.name, f.to_id),
    'ways', g.ways,
    'fields', g.fields,
    'field', g.fields,
    'receivers', g.receivers,
    'latency_s', g.takes_s,
    'latency', CASE WHEN g.takes_s >= 172800 THEN (g.takes_s // 86400) || ' days' ELSE (g.takes_s // 3600) || ' hours' END,
    'agreed', CASE WHEN g.agreed_s >= 172800 THEN (g.agreed_s // 86400) || ' days' ELSE (g.agreed_s // 3600) || ' hours' END
  ) AS args,
  f.evidence,
  f.from_id || '|' || f.to_id AS path
FROM grouped g
JOIN flows f ON f.flow_id = g.flow_id
LEFT JOIN names a ON a.system_id = f.from_id
LEFT JOIN names b ON b.system_id = f.to_id
ORDER BY subject
