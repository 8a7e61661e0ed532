-- One row per flow that records show and the inventory does not.
WITH timed AS (
  SELECT *,
    CASE
      WHEN median_s >= 172800 THEN (median_s // 86400) || ' days'
      WHEN median_s >= 7200 THEN (median_s // 3600) || ' hours'
      WHEN median_s >= 120 THEN (median_s // 60) || ' minutes'
      ELSE 'a minute'
    END AS time
  FROM fact_undeclared_flows
)
SELECT
  'pair:' || u.from_system_id || '>' || u.to_system_id || '/preference' AS subject,
  CASE WHEN strpos(u.givers || u.receivers, '|') > 0 THEN 'several' ELSE 'one_giver' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  CASE WHEN u.exact THEN 'likely' ELSE 'possible' END AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'from', coalesce(giver.name, u.from_system_id),
    'to', coalesce(receiver.name, u.to_system_id),
    'giver', coalesce(said.name, u.givers),
    'receiver', coalesce(heard.name, u.receivers),
    'givers', string_split(u.givers, '|'),
    'receivers', string_split(u.receivers, '|'),
    'fields', replace(u.fields, '|', ', '),
    'changes', u.changes,
    'arrived', u.arrived,
    'low', CAST(CAST(u.share_low * 100 AS DECIMAL(9, 1)) AS VARCHAR) || ' %',
    'high', CAST(CAST(u.share_high * 100 AS DECIMAL(9, 1)) AS VARCHAR) || ' %',
    'time', u.time
  ) AS args,
  u.evidence,
  u.from_system_id || '|' || u.to_system_id AS path
FROM timed u
LEFT JOIN std_systems giver ON giver.system_id = u.from_system_id
LEFT JOIN std_systems receiver ON receiver.system_id = u.to_system_id
LEFT JOIN std_systems said ON said.system_id = u.givers
LEFT JOIN std_systems heard ON heard.system_id = u.receivers
WHERE u.changes >= CAST($min_changes AS BIGINT)
ORDER BY subject
