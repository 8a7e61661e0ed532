-- One row per sending system and channel of which most messages have no event at all.
WITH ways AS (
  SELECT system_id, channel,
    CAST(sum(messages) AS BIGINT) AS total,
    CAST(sum(messages - messages_with_events) AS BIGINT) AS unknown
  FROM fact_delivery
  GROUP BY system_id, channel
)
SELECT
  'system:' || w.system_id || '/' || w.channel AS subject,
  CASE WHEN w.unknown = w.total THEN 'none' ELSE 'most' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  w.unknown AS messages,
  w.total AS messages_of,
  json_object(
    'system', coalesce(s.name, w.system_id),
    'channel', CASE w.channel WHEN 'email' THEN 'e-mail' WHEN 'sms' THEN 'SMS' ELSE replace(w.channel, '_', ' ') END,
    'total', w.total
  ) AS args,
  f.evidence,
  w.system_id AS path
FROM ways w
JOIN fact_systems f ON f.system_id = w.system_id
LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) s ON s.system_id = w.system_id
WHERE w.total >= CAST($min_messages AS BIGINT) AND w.unknown > CAST($max_unknown AS DECIMAL(9, 6)) * w.total
ORDER BY subject
