-- One row per flow by hand or file on the way of opt-outs or regulatory messages, and per system with a manual step.
WITH hops AS (
  SELECT u.*
  FROM fact_flow_uses u
  WHERE list_contains(string_split($mechanisms, '|'), u.mechanism)
    -- Beside a quicker flow between the same steps, a hop by hand is only a way round.
    AND (u.use = 'refusal' OR NOT EXISTS (
      SELECT 1 FROM fact_flow_uses o
      WHERE o.use = 'regulatory' AND o.from_system_id = u.from_system_id AND o.to_system_id = u.to_system_id
        AND NOT list_contains(string_split($mechanisms, '|'), o.mechanism)))
),
flows AS (
  SELECT
    'flow:' || flow_id AS subject,
    CASE WHEN count(*) > 1 THEN 'both' ELSE max(use) END AS "case",
    CASE WHEN count(*) > 1 THEN max(CASE WHEN use = 'regulatory' THEN needs END) ELSE max(needs) END AS needs,
    max(from_system_id) AS from_id, max(to_system_id) AS to_id, max(mechanism) AS mechanism,
    string_agg(replace(items, '|', ', '), ', ' ORDER BY use) AS items,
    '[' || string_agg(evidence, ',' ORDER BY use) || ']' AS evidence
  FROM hops
  GROUP BY flow_id
),
steps AS (
  SELECT
    'system:' || system_id AS subject, 'manual_step' AS "case", needs, system_id AS from_id, system_id AS to_id,
    'manual' AS mechanism, replace(communications, '|', ', ') AS items, evidence
  FROM fact_manual_steps
  WHERE list_contains(string_split($mechanisms, '|'), 'manual')
),
names AS (
  SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id
)
SELECT
  h.subject, h."case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'from', coalesce(a.name, h.from_id),
    'to', coalesce(b.name, h.to_id),
    'needs', h.needs,
    'items', h.items,
    'how', CASE h.mechanism WHEN 'manual' THEN 'by hand' WHEN 'file' THEN 'as a file' ELSE 'by ' || h.mechanism END,
    'mechanism', h.mechanism,
    'system_ids', CASE WHEN h.from_id = h.to_id THEN [h.from_id] ELSE [h.from_id, h.to_id] END
  ) AS args,
  h.evidence,
  CASE WHEN h.from_id = h.to_id THEN h.from_id ELSE h.from_id || '|' || h.to_id END AS path
FROM (SELECT * FROM flows UNION ALL SELECT * FROM steps) h
LEFT JOIN names a ON a.system_id = h.from_id
LEFT JOIN names b ON b.system_id = h.to_id
ORDER BY subject
