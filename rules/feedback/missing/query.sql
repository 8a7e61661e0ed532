-- One row per pair of systems and outcome that must come back but does not, or not in time.
WITH gaps AS (
  SELECT *, 'pair:' || from_system_id || '>' || to_system_id || '/' || outcome AS subject
  FROM fact_feedback
  WHERE NOT present
),
-- The same messages may be owed to a system as sender and as master: once per channel.
per_channel AS (
  SELECT subject, channel, max(messages) AS messages, max(persons) AS persons
  FROM gaps
  GROUP BY subject, channel
),
counts AS (
  SELECT subject, sum(messages) AS messages, CASE WHEN count(*) = 1 THEN max(persons) END AS persons
  FROM per_channel
  GROUP BY subject
),
pairs AS (
  SELECT
    subject, outcome, from_system_id, to_system_id,
    min(latency_s) AS latency_s,
    min(path) AS path,
    min(mend) AS mend,
    min(mend_flows) AS mend_flows,
    min(mend_path) AS mend_path,
    string_agg(DISTINCT because, ', ' ORDER BY because) AS because,
    '[' || string_agg(evidence, ',' ORDER BY evidence) || ']' AS evidence
  FROM gaps
  GROUP BY subject, outcome, from_system_id, to_system_id
),
nouns(outcome, kind, outcomes) AS (
  VALUES
    ('outcome.unsubscribed', 'refusal', 'opt-outs'),
    ('outcome.complained', 'refusal', 'complaints'),
    ('outcome.bounced', 'outcome', 'undeliverable addresses'),
    ('outcome.returned', 'outcome', 'returned letters'),
    ('outcome.address_changed', 'outcome', 'changes of address'),
    ('outcome.corrected', 'outcome', 'corrections')
)
SELECT
  p.subject,
  coalesce(n.kind, 'outcome') || CASE WHEN p.latency_s IS NULL THEN '_missing' ELSE '_late' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  c.persons,
  CAST(NULL AS BIGINT) AS persons_of,
  c.messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'from', coalesce(giver.name, p.from_system_id),
    'to', coalesce(receiver.name, p.to_system_id),
    'field', p.outcome,
    'outcomes', coalesce(n.outcomes, replace(substr(p.outcome, 9), '_', ' ') || ' messages'),
    'owed_as', p.because,
    'mend', CASE p.mend
      WHEN 'extend' THEN 'Let ' || replace(p.mend_flows, '|', ', ') || ' carry ' || p.outcome || ' too'
      WHEN 'hasten' THEN 'Let ' || p.mend_flows || ', the slowest flow on the way, run more often'
      WHEN 'connect' THEN 'Build a flow from ' || coalesce(giver.name, p.from_system_id) || ' to '
        || coalesce(receiver.name, p.to_system_id) || ' that carries ' || p.outcome || ', since none leads there'
      ELSE 'Add ' || p.outcome || ' to a flow that leads from ' || coalesce(giver.name, p.from_system_id) || ' to '
        || coalesce(receiver.name, p.to_system_id) || ' within the agreed time'
    END,
    'missing_way', string_split(coalesce(p.mend_path, ''), '|'),
    'latency_s', p.latency_s,
    'latency', CASE
      WHEN p.latency_s >= 172800 THEN (p.latency_s // 86400) || ' days'
      ELSE (p.latency_s // 3600) || ' hours'
    END
  ) AS args,
  p.evidence,
  p.path
FROM pairs p
JOIN counts c ON c.subject = p.subject
LEFT JOIN nouns n ON n.outcome = p.outcome
LEFT JOIN std_systems giver ON giver.system_id = p.from_system_id
LEFT JOIN std_systems receiver ON receiver.system_id = p.to_system_id
ORDER BY p.subject
