-- One row per pair of systems and field: a change made in the first never reaches the second, which feeds it.
SELECT
  'pair:' || o.from_system_id || '>' || o.to_system_id || '/' || o.field AS subject,
  'stays' AS "case",
  'one_way' AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'from', coalesce(giver.name, o.from_system_id),
    'to', coalesce(receiver.name, o.to_system_id),
    'field', o.field
  ) AS args,
  o.evidence,
  o.path
FROM fact_one_way o
LEFT JOIN std_systems giver ON giver.system_id = o.from_system_id
LEFT JOIN std_systems receiver ON receiver.system_id = o.to_system_id
ORDER BY subject
