-- One row per hop on which a field that texts need is lost.
WITH stops AS (
  SELECT f.*, coalesce(c.name, f.communication_id) AS title
  FROM fact_communication_fields f
  LEFT JOIN (SELECT communication_id, min(name) AS name, bool_or(regulatory) AS regulatory, min(legal_basis) AS legal_basis
  FROM std_communications GROUP BY communication_id) c ON c.communication_id = f.communication_id
  WHERE f.listed AND f.state = 'stops' AND EXISTS (
    SELECT 1 FROM (SELECT unnest(string_split($fields, '|')) AS root) r
    WHERE f.field = r.root OR starts_with(f.field, r.root || '.'))
),
sent AS (
  SELECT communication, CAST(sum(messages) AS BIGINT) AS messages
  FROM fact_channel_effectiveness
  WHERE communication IS NOT NULL
  GROUP BY communication
),
hops AS (
  SELECT
    s.last_system_id AS from_id, s.next_system_id AS to_id, s.field,
    bool_or(s.required) AS required,
    count(DISTINCT s.communication_id) AS communications,
    list_sort(list(DISTINCT s.title)) AS titles,
    min(s.held_by) AS held_by,
    CAST(sum(m.messages) AS BIGINT) AS messages,
    '[' || string_agg(s.evidence, ',' ORDER BY s.communication_id) || ']' AS evidence
  FROM stops s
  LEFT JOIN sent m ON m.communication = s.communication_id
  GROUP BY s.last_system_id, s.next_system_id, s.field
)
SELECT
  'pair:' || h.from_id || '>' || h.to_id || '/' || h.field AS subject,
  CASE WHEN h.required THEN 'required' ELSE 'wanted' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'likely' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  h.messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'field', h.field,
    'from', coalesce(a.name, h.from_id),
    'to', coalesce(b.name, h.to_id),
    'holder', coalesce(k.name, h.held_by),
    'communications', h.communications,
    'items', array_to_string(h.titles[1:5], ', ')
      || CASE WHEN len(h.titles) > 5 THEN ' and ' || (len(h.titles) - 5) || ' more' ELSE '' END
  ) AS args,
  h.evidence,
  h.from_id || '|' || h.to_id AS path
FROM hops h
LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) a ON a.system_id = h.from_id
LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) b ON b.system_id = h.to_id
LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) k ON k.system_id = h.held_by
ORDER BY subject
