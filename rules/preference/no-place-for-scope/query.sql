-- One row per scope in use that may be refused, for which no point offers a choice at any time.
WITH named AS (
  SELECT f.lob, f.comm_type, f.channel, string_agg(coalesce(p.name, o.id), ', ' ORDER BY o.id) AS points
  FROM fact_consent_scopes f, unnest(string_split(f.places_at_start, '|')) AS o (id)
  LEFT JOIN std_collection_points p ON p.collection_point_id = o.id
  GROUP BY f.lob, f.comm_type, f.channel
)
SELECT
  'scope:' || f.lob || '/' || f.comm_type || '/' || f.channel AS subject,
  CASE WHEN f.messages = 0 THEN 'declared' WHEN f.places_at_start = '' THEN 'nowhere' ELSE 'at_start_only' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'likely' AS confidence,
  CASE WHEN f.messages > 0 THEN f.persons END AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CASE WHEN f.messages > 0 THEN f.messages END AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'scope', f.lob || '/' || f.comm_type || '/' || f.channel,
    'points', n.points
  ) AS args,
  f.evidence,
  '' AS path
FROM fact_consent_scopes f
LEFT JOIN named n ON n.lob = f.lob AND n.comm_type = f.comm_type AND n.channel = f.channel
WHERE f.places = '' AND f.places_unsure = ''
ORDER BY subject
