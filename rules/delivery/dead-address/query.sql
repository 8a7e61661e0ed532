-- One row per system and channel that goes on writing to addresses known to be dead.
SELECT
  'system:' || d.system_id || '/' || d.channel AS subject,
  CASE WHEN d.own > 0 THEN 'own' ELSE 'elsewhere' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  d.persons,
  p.persons AS persons_of,
  d.messages,
  m.messages AS messages_of,
  json_object(
    'system', coalesce(s.name, d.system_id),
    'channel', CASE d.channel WHEN 'email' THEN 'e-mail' WHEN 'sms' THEN 'SMS' ELSE replace(d.channel, '_', ' ') END,
    'addresses', d.addresses,
    'own', d.own,
    'days_max', d.days_max,
    'cost', CAST(d.cost AS VARCHAR)
  ) AS args,
  d.evidence,
  d.system_id AS path
FROM fact_dead_addresses d
LEFT JOIN (
  SELECT system_id, channel, CAST(sum(messages) AS BIGINT) AS messages FROM fact_delivery GROUP BY system_id, channel
) m ON m.system_id = d.system_id AND m.channel = d.channel
LEFT JOIN fact_systems p ON p.system_id = d.system_id
LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) s ON s.system_id = d.system_id
WHERE d.messages >= CAST($min_messages AS BIGINT)
ORDER BY subject
