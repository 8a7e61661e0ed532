-- One row per point and field of consent where the easiest way back is harder than the way in.
WITH outs AS (
  SELECT h.collection_point_id, h.field, string_agg(coalesce(p.name, o.id), ', ' ORDER BY o.id) AS names
  FROM fact_harder_out h, unnest(string_split(h.points_out, '|')) AS o (id)
  LEFT JOIN std_collection_points p ON p.collection_point_id = o.id
  GROUP BY h.collection_point_id, h.field
)
SELECT
  'point:' || h.collection_point_id || '/' || h.field AS subject,
  'harder' AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'likely' AS confidence,
  h.persons_per_month AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'point', coalesce(p.name, h.collection_point_id),
    'system', coalesce(s.name, h.system_id),
    'field', h.field,
    'channel_in', CASE h.channel_in WHEN 'in_app' THEN 'app' WHEN 'email' THEN 'e-mail' WHEN 'sms' THEN 'SMS' ELSE h.channel_in END,
    'channel_out', h.channel_out,
    'out', CASE h.channel_out WHEN 'phone' THEN 'a call' WHEN 'branch' THEN 'a visit' WHEN 'post' THEN 'a letter' ELSE h.channel_out END,
    'scope', h.scope,
    'points_out', o.names
  ) AS args,
  h.evidence,
  h.system_id AS path
FROM fact_harder_out h
JOIN outs o ON o.collection_point_id = h.collection_point_id AND o.field = h.field
LEFT JOIN std_collection_points p ON p.collection_point_id = h.collection_point_id
LEFT JOIN std_systems s ON s.system_id = h.system_id
ORDER BY subject
