-- One row per communication and channel that reached the same key and address again within the window.
WITH steps AS (
  SELECT *, coalesce(communication_id, comm_type) AS communication
  FROM fact_duplicates
  WHERE within_s <= CAST($window AS BIGINT)
),
-- What counts at a shorter time counts at the longer ones: the longest within the window says all.
widest AS (
  SELECT communication, channel, max(within_s) AS within_s FROM steps GROUP BY communication, channel
),
repeats AS (
  SELECT
    s.communication, s.channel, s.within_s,
    max(s.communication_id) AS communication_id,
    CASE WHEN count(*) = 1 THEN max(s.persons) END AS persons,
    CAST(sum(s.messages) AS BIGINT) AS messages,
    sum(s.cost) AS cost,
    list_sort(list(DISTINCT s.system_id)) AS systems,
    '[' || string_agg(s.evidence, ',' ORDER BY s.system_id, s.comm_type) || ']' AS evidence
  FROM steps s
  JOIN widest w ON w.communication = s.communication AND w.channel = s.channel AND w.within_s = s.within_s
  GROUP BY s.communication, s.channel, s.within_s
)
SELECT
  'comm:' || r.communication || '/' || r.channel AS subject,
  'repeated' AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'likely' AS confidence,
  r.persons,
  CAST(NULL AS BIGINT) AS persons_of,
  r.messages,
  m.messages AS messages_of,
  json_object(
    'communication', coalesce(c.name, r.communication),
    'channel', CASE r.channel WHEN 'email' THEN 'e-mail' WHEN 'sms' THEN 'SMS' ELSE replace(r.channel, '_', ' ') END,
    'within', CASE r.within_s WHEN 600 THEN '10 minutes' WHEN 3600 THEN 'an hour' WHEN 21600 THEN '6 hours' ELSE 'a day' END,
    'system', coalesce(n.name, r.systems[1]),
    'system_ids', r.systems,
    'cost', CAST(r.cost AS VARCHAR)
  ) AS args,
  r.evidence,
  r.systems[1] AS path
FROM repeats r
LEFT JOIN (SELECT communication_id, min(name) AS name FROM std_communications GROUP BY communication_id) c
  ON c.communication_id = r.communication_id
LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) n ON n.system_id = r.systems[1]
LEFT JOIN (
  SELECT communication_id, channel, CAST(sum(messages) AS BIGINT) AS messages
  FROM fact_delivery GROUP BY communication_id, channel
) m ON m.communication_id = r.communication_id AND m.channel = r.channel
WHERE r.messages >= CAST($min_messages AS BIGINT)
ORDER BY subject
