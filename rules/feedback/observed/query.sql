-- One row per outcome, channel, system that sees it and system that keeps choices, where records and inventory differ.
WITH names AS (
  SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id
),
judged AS (
  SELECT
    *,
    CASE
      WHEN share_high < 0.5 THEN CASE WHEN declared THEN 'lost' ELSE 'unknown' END
      WHEN share_low > 0.5 AND NOT declared THEN 'undeclared'
    END AS kind
  FROM fact_observed_outcomes
  WHERE changes >= CAST($min_changes AS BIGINT)
)
SELECT
  'pair:' || o.from_system_id || '>' || o.to_system_id || '/' || o.outcome || '.' || o.channel AS subject,
  o.kind AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'likely' AS confidence,
  CASE WHEN o.kind <> 'undeclared' THEN o.changes - o.arrived END AS persons,
  CASE WHEN o.kind <> 'undeclared' THEN o.changes END AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'from', coalesce(giver.name, o.from_system_id),
    'to', coalesce(receiver.name, o.to_system_id),
    'field', o.outcome,
    'outcomes', CASE o.outcome WHEN 'outcome.complained' THEN 'Complaints' ELSE 'Opt-outs' END,
    'channel', CASE o.channel WHEN 'email' THEN 'e-mail' WHEN 'sms' THEN 'SMS' ELSE replace(o.channel, '_', ' ') END,
    'flows', replace(coalesce(o.flows, ''), '|', ', '),
    'changes', o.changes,
    'arrived', o.arrived,
    'low', CAST(CAST(o.share_low * 100 AS DECIMAL(9, 1)) AS VARCHAR) || ' %',
    'high', CAST(CAST(o.share_high * 100 AS DECIMAL(9, 1)) AS VARCHAR) || ' %'
  ) AS args,
  o.evidence,
  coalesce(o.path, o.from_system_id || '|' || o.to_system_id) AS path
FROM judged o
LEFT JOIN names giver ON giver.system_id = o.from_system_id
LEFT JOIN names receiver ON receiver.system_id = o.to_system_id
WHERE o.kind IS NOT NULL
ORDER BY subject
