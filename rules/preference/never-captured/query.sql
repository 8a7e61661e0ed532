-- One row per system and channel: persons written to on consent of whom no system holds anything about the channel.
SELECT
  'system:' || n.system_id || '/' || n.channel AS subject,
  CASE WHEN n.messages = 0 THEN 'declared' WHEN n.keeps THEN 'some' ELSE 'none_kept' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  CASE WHEN 2 * n.linked >= n.persons THEN 'certain' WHEN n.keeps THEN 'likely' ELSE 'possible' END AS confidence,
  n.persons,
  n.persons_of,
  CASE WHEN n.messages > 0 THEN n.messages END AS messages,
  CASE WHEN n.messages > 0 THEN n.messages_of END AS messages_of,
  json_object(
    'system', coalesce(s.name, n.system_id),
    'channel', CASE n.channel WHEN 'email' THEN 'e-mail' WHEN 'sms' THEN 'SMS' ELSE replace(n.channel, '_', ' ') END,
    'persons_of', n.persons_of,
    'linked', n.linked
  ) AS args,
  n.evidence,
  '' AS path
FROM fact_never_captured n
LEFT JOIN std_systems s ON s.system_id = n.system_id
ORDER BY subject
