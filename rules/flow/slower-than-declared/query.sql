-- One row per declared flow by which clearly more than one change in five comes later than declared.
WITH spoken AS (
  SELECT
    flow_id, value AS seconds, name,
    CASE
      WHEN value >= 172800 THEN (value // 86400) || ' days'
      WHEN value >= 7200 THEN (value // 3600) || ' hours'
      WHEN value >= 120 THEN (value // 60) || ' minutes'
      ELSE 'a minute'
    END AS words
  FROM (
    SELECT flow_id, 'declared' AS name, declared_s AS value FROM fact_slow_flows
    UNION ALL SELECT flow_id, 'median', median_s FROM fact_slow_flows
    UNION ALL SELECT flow_id, 'p95', p95_s FROM fact_slow_flows
  ) t
)
SELECT
  'flow:' || f.flow_id AS subject,
  CASE WHEN f.late_agreed * 20 > f.arrivals THEN 'too_late' ELSE 'slower' END AS "case",
  CASE WHEN f.late_agreed * 20 > f.arrivals THEN 'too_slow' END AS cause,
  'likely' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'flow', f.flow_id,
    'from', coalesce(giver.name, f.from_system_id),
    'to', coalesce(receiver.name, f.to_system_id),
    'field', replace(f.fields, '|', ', '),
    'fields', replace(f.fields, '|', ', '),
    'alike', CASE WHEN coalesce(f.alike, '') = '' THEN [] ELSE string_split(f.alike, '|') END,
    'arrivals', f.arrivals,
    'late', f.late,
    'late_agreed', f.late_agreed,
    'between_exports', f.between_exports,
    'declared', declared.words,
    'median', median.words,
    'worst', p95.words,
    'low', CAST(CAST(f.share_low * 100 AS DECIMAL(9, 1)) AS VARCHAR) || ' %',
    'high', CAST(CAST(f.share_high * 100 AS DECIMAL(9, 1)) AS VARCHAR) || ' %'
  ) AS args,
  f.evidence,
  f.path
FROM fact_slow_flows f
JOIN spoken declared ON declared.flow_id = f.flow_id AND declared.name = 'declared'
JOIN spoken median ON median.flow_id = f.flow_id AND median.name = 'median'
JOIN spoken p95 ON p95.flow_id = f.flow_id AND p95.name = 'p95'
LEFT JOIN std_systems giver ON giver.system_id = f.from_system_id
LEFT JOIN std_systems receiver ON receiver.system_id = f.to_system_id
WHERE f.arrivals >= CAST($min_arrivals AS BIGINT)
ORDER BY subject
