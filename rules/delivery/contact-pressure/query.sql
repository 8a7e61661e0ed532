-- One row per purpose of which many persons got more messages in a month than the parameter allows.
WITH beyond AS (
  SELECT *
  FROM fact_contact_pressure
  WHERE level > CAST($max_per_month AS BIGINT) AND list_contains(string_split($purposes, '|'), purpose)
),
senders AS (
  SELECT DISTINCT b.purpose, m.system_id, coalesce(n.name, m.system_id) AS name, coalesce(l.name, n.silo_id) AS silo
  FROM beyond b, unnest(string_split(b.systems, '|')) AS m (system_id)
  LEFT JOIN std_systems n ON n.system_id = m.system_id
  LEFT JOIN std_silos l ON l.silo_id = n.silo_id
),
named AS (
  SELECT purpose,
    string_agg(DISTINCT name, ', ' ORDER BY name) AS systems,
    string_agg(DISTINCT silo, ', ' ORDER BY silo) AS silos,
    list_sort(list(DISTINCT system_id)) AS ids
  FROM senders
  GROUP BY purpose
),
totals AS (
  SELECT purpose,
    CAST(sum(persons) AS BIGINT) AS persons,
    CAST(sum(messages) AS BIGINT) AS messages,
    CAST(coalesce(sum(persons) FILTER (WHERE alone <= CAST($max_per_month AS BIGINT)), 0) AS BIGINT) AS together,
    max(level) AS most,
    '[' || string_agg(evidence, ',' ORDER BY level, alone) || ']' AS evidence
  FROM beyond
  GROUP BY purpose
)
SELECT
  'purpose:' || t.purpose AS subject,
  CASE WHEN t.together > 0 THEN 'together' ELSE 'single' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'likely' AS confidence,
  t.persons,
  (SELECT max(persons_of) FROM fact_systems) AS persons_of,
  t.messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'purpose', t.purpose,
    'max', CAST($max_per_month AS BIGINT),
    'most', t.most,
    'together', t.together,
    'systems', n.systems,
    'silos', n.silos,
    'system_ids', n.ids
  ) AS args,
  t.evidence,
  '' AS path
FROM totals t
JOIN named n ON n.purpose = t.purpose
WHERE t.persons >= CAST($min_persons AS BIGINT)
ORDER BY subject
