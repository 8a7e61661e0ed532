-- One row per field that two masters of one line of business write into each other.
WITH circles AS (
  SELECT c.*, row_number() OVER (ORDER BY c.field, c.systems) AS circle
  FROM fact_circles c
  WHERE strpos(coalesce(c.masters, ''), '|') > 0
),
members AS (
  SELECT c.circle, c.field, m.system_id
  FROM circles c, unnest(string_split(c.masters, '|')) AS m (system_id)
),
claims AS (
  SELECT f.field, f.lob, f.ordered, s.system_id
  FROM fact_masters f, unnest(string_split(f.systems, '|')) AS s (system_id)
),
-- Masters of different lines of business may feed each other: each is right about its own.
rivals AS (
  SELECT m.circle, c.field AS claimed, c.lob, bool_and(c.ordered) AS ordered
  FROM members m
  JOIN claims c ON c.system_id = m.system_id AND (c.field = m.field OR m.field LIKE replace(c.field, '_', '\_') || '.%' ESCAPE '\')
  GROUP BY m.circle, c.field, c.lob
  HAVING count(DISTINCT m.system_id) > 1
),
faulty AS (
  SELECT circle, bool_and(ordered) AS ordered FROM rivals GROUP BY circle
),
named AS (
  SELECT m.circle,
    string_agg(coalesce(n.name, m.system_id), ', ' ORDER BY coalesce(n.name, m.system_id)) AS masters,
    list_sort(list(m.system_id)) AS ids
  FROM members m
  LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) n ON n.system_id = m.system_id
  GROUP BY m.circle
),
fields AS (
  SELECT
    c.field,
    bool_and(f.ordered) AS ordered,
    string_agg(n.masters, '; ' ORDER BY c.circle) AS masters,
    string_agg(replace(c.part_masters, '|', ', '), ', ' ORDER BY c.circle) AS flows,
    list_sort(list_distinct(flatten(list(n.ids)))) AS ids,
    '[' || string_agg(c.evidence, ',' ORDER BY c.circle) || ']' AS evidence
  FROM circles c
  JOIN faulty f ON f.circle = c.circle
  JOIN named n ON n.circle = c.circle
  GROUP BY c.field
)
SELECT
  'field:' || field AS subject,
  CASE WHEN ordered THEN 'ranked' ELSE 'undecided' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'field', field,
    'masters', masters,
    'flows', flows,
    'mend', CASE WHEN flows IS NULL THEN 'Decide which of them is believed for ' || field
      ELSE 'Stop writing ' || field || ' by ' || flows END,
    'system_ids', ids
  ) AS args,
  evidence,
  '' AS path
FROM fields
ORDER BY subject
