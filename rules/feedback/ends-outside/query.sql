-- One row per flow that leads outcomes to a place of the vendor, from where they come to no system of one's own.
WITH words(outcome, words, refusal) AS (
  VALUES
    ('outcome.unsubscribed', 'opt-outs', true),
    ('outcome.complained', 'complaints', true),
    ('outcome.bounced', 'undeliverable addresses', false),
    ('outcome.returned', 'returned letters', false),
    ('outcome.address_changed', 'changes of address', false),
    ('outcome.corrected', 'corrections', false)
),
outcomes AS (
  SELECT flow_id, unnest(string_split(outcomes, '|')) AS outcome FROM fact_outcome_ends
),
told AS (
  SELECT
    o.flow_id,
    coalesce(bool_or(w.refusal), false) AS refusal,
    string_agg(coalesce(w.words, replace(substr(o.outcome, 9), '_', ' ') || ' messages'), ', '
      ORDER BY coalesce(w.words, o.outcome)) AS outcomes
  FROM outcomes o
  LEFT JOIN words w ON w.outcome = o.outcome
  GROUP BY o.flow_id
)
SELECT
  'flow:' || e.flow_id AS subject,
  CASE WHEN t.refusal THEN 'refusal' ELSE 'outcome' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'outcomes', upper(substr(t.outcomes, 1, 1)) || substr(t.outcomes, 2),
    'from', coalesce(a.name, e.from_system_id),
    'to', coalesce(b.name, e.to_system_id),
    'vendor', e.vendor,
    'channels', replace(e.channels, '|', ', '),
    'communications', CASE WHEN e.communications IS NULL THEN 0 ELSE len(string_split(e.communications, '|')) END,
    'system_ids', [e.from_system_id]
  ) AS args,
  e.evidence,
  e.from_system_id || '|' || e.to_system_id AS path
FROM fact_outcome_ends e
JOIN told t ON t.flow_id = e.flow_id
LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) a ON a.system_id = e.from_system_id
LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) b ON b.system_id = e.to_system_id
ORDER BY subject
