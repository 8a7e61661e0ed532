-- One row per system in which agents correct what every master hears of and some holder does not, or too late.
WITH kept AS (
  SELECT * FROM fact_corrections WHERE sticks
),
missed AS (
  SELECT k.system_id, k.field, h.system_id AS holder, 'never' AS kind
  FROM kept k, unnest(string_split(k.unreached, '|')) AS h (system_id)
  UNION ALL
  SELECT k.system_id, k.field, h.system_id AS holder, 'late' AS kind
  FROM kept k, unnest(string_split(k.late, '|')) AS h (system_id)
),
worst AS (
  SELECT system_id, max(kind) AS kind FROM missed GROUP BY system_id
),
names AS (
  SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id
),
grouped AS (
  SELECT
    m.system_id, m.kind,
    string_agg(DISTINCT m.field, ', ' ORDER BY m.field) AS fields,
    string_agg(DISTINCT coalesce(n.name, m.holder), ', ' ORDER BY coalesce(n.name, m.holder)) AS receivers,
    list_sort(list_distinct(list(m.holder))) AS ids
  FROM missed m
  JOIN worst w ON w.system_id = m.system_id AND w.kind = m.kind
  LEFT JOIN names n ON n.system_id = m.holder
  GROUP BY m.system_id, m.kind
),
places AS (
  SELECT k.system_id, '[' || string_agg(k.evidence, ',' ORDER BY k.field) || ']' AS evidence
  FROM kept k
  WHERE k.unreached IS NOT NULL OR k.late IS NOT NULL
  GROUP BY k.system_id
)
SELECT
  'system:' || g.system_id AS subject,
  g.kind AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'system', coalesce(n.name, g.system_id),
    'fields', g.fields,
    'receivers', g.receivers,
    'system_ids', g.ids
  ) AS args,
  p.evidence,
  g.system_id AS path
FROM grouped g
JOIN places p ON p.system_id = g.system_id
LEFT JOIN names n ON n.system_id = g.system_id
ORDER BY subject
