-- One row per line of business and channel with more composition engines than the parameter allows.
WITH engines AS (
  SELECT e.lob, coalesce(e.channel, 'any channel') AS channel, m.system_id, coalesce(n.name, m.system_id) AS name
  FROM fact_engines e, unnest(string_split(e.systems, '|')) AS m (system_id)
  LEFT JOIN std_systems n ON n.system_id = m.system_id
),
named AS (
  SELECT lob, channel,
    count(DISTINCT system_id) AS engines,
    string_agg(DISTINCT name, ', ' ORDER BY name) AS systems,
    list_sort(list(DISTINCT system_id)) AS ids
  FROM engines
  GROUP BY lob, channel
)
SELECT
  'lob:' || e.lob || '/' || n.channel AS subject,
  'engines' AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'lob', e.lob,
    'channel', CASE e.channel WHEN 'email' THEN 'e-mail' WHEN 'sms' THEN 'SMS' ELSE replace(n.channel, '_', ' ') END,
    'engines', n.engines,
    'systems', n.systems,
    'system_ids', n.ids,
    'communications', len(string_split(e.communications, '|'))
  ) AS args,
  e.evidence,
  '' AS path
FROM fact_engines e
JOIN named n ON n.lob = e.lob AND n.channel = coalesce(e.channel, 'any channel')
WHERE n.engines > CAST($max_engines AS BIGINT)
ORDER BY subject
