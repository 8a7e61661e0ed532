-- One row per communication and channel with more complaints than the parameter allows.
SELECT
  'comm:' || e.communication || '/' || e.channel AS subject,
  'complained' AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  e.complained AS messages,
  e.delivered AS messages_of,
  json_object(
    'communication', coalesce(c.name, e.communication),
    'channel', CASE e.channel WHEN 'email' THEN 'e-mail' WHEN 'sms' THEN 'SMS' ELSE replace(e.channel, '_', ' ') END,
    'rate', (e.complained * 10000 // e.delivered // 100) || '.'
      || lpad(CAST(e.complained * 10000 // e.delivered % 100 AS VARCHAR), 2, '0') || ' %',
    'delivered', e.delivered
  ) AS args,
  e.evidence,
  '' AS path
FROM fact_channel_effectiveness e
LEFT JOIN (SELECT communication_id, min(name) AS name, bool_or(regulatory) AS regulatory, min(legal_basis) AS legal_basis
  FROM std_communications GROUP BY communication_id) c ON c.communication_id = e.communication
WHERE e.communication IS NOT NULL AND list_contains(string_split($channels, '|'), e.channel)
  AND e.delivered >= CAST($min_messages AS BIGINT) AND e.complained >= CAST($min_complaints AS BIGINT)
  AND e.complained > CAST($max_rate AS DECIMAL(9, 6)) * e.delivered
ORDER BY subject
