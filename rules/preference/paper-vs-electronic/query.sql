-- One row per pair of systems: persons with two explicit choices of paper and electronic, where one is to hold.
SELECT
  'pair:' || c.from_system_id || '>' || c.to_system_id || '/' || c.field AS subject,
  CASE WHEN c.from_system_id = c.to_system_id THEN 'inside' WHEN c.messages > 0 THEN 'still_sent' ELSE 'still_held' END AS "case",
  c.cause,
  c.confidence,
  c.persons,
  c.persons_of,
  c.messages,
  c.messages_of,
  json_object(
    'from', coalesce(giver.name, c.from_system_id),
    'to', coalesce(receiver.name, c.to_system_id),
    'field', c.field,
    'choices', replace(c.choices, '|', ' or '),
    'held', replace(c.held, '|', ' or '),
    'certain', c.certain,
    'cells', c.cells,
    'days', c.days_max,
    'since', CAST(CAST(c.first_at AS DATE) AS VARCHAR),
    'cost', CAST(c.cost AS VARCHAR),
    'causes', CASE WHEN coalesce(c.causes, '') = '' THEN [] ELSE string_split(c.causes, '|') END
  ) AS args,
  c.evidence,
  c.path
FROM fact_preference_pairs c
LEFT JOIN std_systems giver ON giver.system_id = c.from_system_id
LEFT JOIN std_systems receiver ON receiver.system_id = c.to_system_id
WHERE c.class = 'delivery'
ORDER BY subject
