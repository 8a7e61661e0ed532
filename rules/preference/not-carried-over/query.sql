-- One row per pair of systems: persons who chose paper or electronic in one and were not followed by the other.
WITH conflicts AS (
  SELECT *, 'pair:' || from_system_id || '>' || to_system_id || '/' || field AS subject
  FROM fact_preference_conflicts
  WHERE class = 'not_carried_over' AND cause IS DISTINCT FROM 'in_flight'
),
totals AS (
  SELECT
    subject, from_system_id, to_system_id, field,
    sum(persons) AS persons,
    sum(CASE WHEN confidence = 'certain' THEN persons ELSE 0 END) AS certain,
    max(persons_of) AS persons_of,
    sum(messages) AS messages,
    max(messages_of) AS messages_of,
    sum(cells) AS cells,
    sum(cost) AS cost,
    max(days_max) AS days,
    CAST(min(first_at) AS DATE) AS since,
    string_agg(DISTINCT choice, ' or ' ORDER BY choice) AS choices,
    string_agg(DISTINCT CASE WHEN held = '' THEN 'paper' ELSE held END, ' or ' ORDER BY CASE WHEN held = '' THEN 'paper' ELSE held END) AS held,
    '[' || string_agg(evidence, ',' ORDER BY evidence) || ']' AS evidence
  FROM conflicts
  GROUP BY subject, from_system_id, to_system_id, field
),
-- The cause with most persons stands for all; on a tie the one looked for first.
by_cause AS (
  SELECT
    subject, cause, sum(persons) AS persons, min(path) AS path,
    row_number() OVER (
      PARTITION BY subject
      ORDER BY sum(persons) DESC, strpos(
        'scope_too_narrow conflicting_master no_flow one_way field_not_mapped mapping_wrong identity_gap in_flight too_slow lost',
        coalesce(cause, 'lost')
      )
    ) AS place
  FROM conflicts
  GROUP BY subject, cause
),
by_confidence AS (
  SELECT
    subject, confidence,
    row_number() OVER (
      PARTITION BY subject ORDER BY sum(persons) DESC, strpos('possible likely certain', confidence)
    ) AS place
  FROM conflicts
  GROUP BY subject, confidence
),
causes AS (
  SELECT subject, list(cause || ' ' || persons ORDER BY place) FILTER (WHERE cause IS NOT NULL) AS causes
  FROM by_cause
  GROUP BY subject
)
SELECT
  t.subject,
  CASE WHEN t.messages > 0 THEN 'still_sent' ELSE 'still_held' END AS "case",
  c.cause AS cause,
  f.confidence,
  t.persons,
  t.persons_of,
  t.messages,
  t.messages_of,
  json_object(
    'from', coalesce(giver.name, t.from_system_id),
    'to', coalesce(receiver.name, t.to_system_id),
    'field', t.field,
    'choices', t.choices,
    'held', t.held,
    'certain', t.certain,
    'cells', t.cells,
    'days', t.days,
    'since', CAST(t.since AS VARCHAR),
    'cost', CAST(t.cost AS VARCHAR),
    'causes', coalesce(s.causes, [])
  ) AS args,
  t.evidence,
  c.path
FROM totals t
JOIN by_cause c ON c.subject = t.subject AND c.place = 1
JOIN by_confidence f ON f.subject = t.subject AND f.place = 1
JOIN causes s ON s.subject = t.subject
LEFT JOIN std_systems giver ON giver.system_id = t.from_system_id
LEFT JOIN std_systems receiver ON receiver.system_id = t.to_system_id
ORDER BY t.subject
