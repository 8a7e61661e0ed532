-- One row per flow: the fields it carries to systems that change them, whose changes never come back to its giver.
WITH systems AS (
  SELECT DISTINCT o.flow_id, c.system_id
  FROM fact_one_way o, unnest(string_split(o.changing, '|')) AS c (system_id)
),
named AS (
  SELECT s.flow_id, string_agg(coalesce(n.name, s.system_id), ', ' ORDER BY coalesce(n.name, s.system_id)) AS changing
  FROM systems s LEFT JOIN std_systems n ON n.system_id = s.system_id
  GROUP BY s.flow_id
),
flows AS (
  SELECT
    flow_id, from_system_id, to_system_id, count(*) AS fields,
    string_agg(field, ', ' ORDER BY field) AS list,
    '[' || string_agg(substr(evidence, 2, length(evidence) - 2), ',' ORDER BY field) || ']' AS evidence
  FROM fact_one_way
  GROUP BY flow_id, from_system_id, to_system_id
)
SELECT
  'flow:' || f.flow_id AS subject,
  'stays' AS "case",
  'one_way' AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'from', coalesce(receiver.name, f.from_system_id),
    'to', coalesce(giver.name, f.to_system_id),
    'fields', f.fields,
    'field', f.list,
    'changing', n.changing
  ) AS args,
  f.evidence,
  f.to_system_id || '|' || f.from_system_id AS path
FROM flows f
JOIN named n ON n.flow_id = f.flow_id
LEFT JOIN std_systems giver ON giver.system_id = f.to_system_id
LEFT JOIN std_systems receiver ON receiver.system_id = f.from_system_id
ORDER BY subject
