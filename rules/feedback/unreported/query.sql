-- One row per way out of which the outcomes of some communications reach no reporting system or step.
WITH hidden AS (
  SELECT r.*, u.communication_id
  FROM fact_reporting r, unnest(string_split(r.unreported, '|')) AS u (communication_id)
  WHERE r.targets > 0 AND coalesce(r.unreported, '') <> ''
),
sent AS (
  SELECT communication_id, channel, sum(messages) AS messages FROM fact_delivery GROUP BY communication_id, channel
),
totals AS (
  SELECT channel, sum(messages) AS messages FROM fact_delivery GROUP BY channel
),
ways AS (
  SELECT
    h.system_id, h.channel, h.evidence,
    count(DISTINCT h.communication_id) AS communications,
    max(len(string_split(h.communications, '|'))) AS total,
    string_agg(DISTINCT h.communication_id, ', ' ORDER BY h.communication_id) AS list,
    CAST(sum(s.messages) AS BIGINT) AS messages
  FROM hidden h
  LEFT JOIN sent s ON s.communication_id = h.communication_id AND s.channel = h.channel
  GROUP BY h.system_id, h.channel, h.evidence
)
SELECT
  'system:' || w.system_id || '/' || w.channel AS subject,
  CASE WHEN w.communications = w.total THEN 'all' ELSE 'some' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  w.messages,
  CASE WHEN w.messages IS NOT NULL THEN CAST(t.messages AS BIGINT) END AS messages_of,
  json_object(
    'system', coalesce(n.name, w.system_id),
    'channel', CASE w.channel WHEN 'email' THEN 'e-mail' WHEN 'sms' THEN 'SMS' ELSE replace(w.channel, '_', ' ') END,
    'communications', w.communications,
    'total', w.total,
    'list', w.list
  ) AS args,
  w.evidence,
  w.system_id AS path
FROM ways w
LEFT JOIN totals t ON t.channel = w.channel
LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) n ON n.system_id = w.system_id
ORDER BY subject
