-- One row per declared flow by which the records show next to nothing to arrive.
SELECT
  'flow:' || b.flow_id AS subject,
  b.fault AS "case",
  'lost' AS cause,
  'likely' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'flow', b.flow_id,
    'from', coalesce(giver.name, b.from_system_id),
    'to', coalesce(receiver.name, b.to_system_id),
    'field', replace(b.fields, '|', ', '),
    'fields', replace(b.fields, '|', ', '),
    'alike', CASE WHEN coalesce(b.alike, '') = '' THEN [] ELSE string_split(b.alike, '|') END,
    'changes', b.changes,
    'arrived', b.arrived,
    'none', CASE WHEN b.arrived = 0 THEN 'none' ELSE 'only ' || b.arrived END,
    'low', CAST(CAST(b.share_low * 100 AS DECIMAL(9, 1)) AS VARCHAR) || ' %',
    'high', CAST(CAST(b.share_high * 100 AS DECIMAL(9, 1)) AS VARCHAR) || ' %',
    'since', CAST(b.since AS VARCHAR)
  ) AS args,
  b.evidence,
  b.path
FROM fact_broken_flows b
LEFT JOIN std_systems giver ON giver.system_id = b.from_system_id
LEFT JOIN std_systems receiver ON receiver.system_id = b.to_system_id
WHERE b.changes >= CAST($min_changes AS BIGINT)
ORDER BY subject
