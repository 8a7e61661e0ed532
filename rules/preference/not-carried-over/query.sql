-- One row per pair of systems and field: persons who chose or changed something in one and were not followed by the other.
SELECT
  'pair:' || c.from_system_id || '>' || c.to_system_id || '/' || c.field AS subject,
  CASE
    WHEN c.field = 'person.language' THEN 'old_language'
    WHEN c.field <> 'preference.delivery' THEN CASE WHEN c.messages > 0 THEN 'old_used' ELSE 'old_held' END
    WHEN c.messages > 0 THEN 'still_sent'
    ELSE 'still_held'
  END AS "case",
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
    'what', CASE c.field
      WHEN 'contact.email' THEN 'e-mail address' WHEN 'contact.phone' THEN 'telephone number'
      WHEN 'contact.postal_address' THEN 'address' WHEN 'person.language' THEN 'language' ELSE 'way of delivery'
    END,
    'choices', replace(c.choices, '|', ' or '),
    'held', CASE WHEN coalesce(c.held, '') = '' THEN 'paper' ELSE replace(trim(c.held, '|'), '|', ' or ') END,
    'certain', c.certain,
    'cells', c.cells,
    'days', c.days_max,
    'days_p50', c.days_p50,
    'days_p90', c.days_p90,
    'arrivals', a.arrivals,
    'arrived_p50_s', a.p50_s,
    'arrived_p90_s', a.p90_s,
    'arrived_max_s', a.max_s,
    'world', a.world,
    'since', CAST(c.first_day AS VARCHAR),
    'cost', CAST(c.cost AS VARCHAR),
    'causes', CASE WHEN coalesce(c.causes, '') = '' THEN [] ELSE string_split(c.causes, '|') END
  ) AS args,
  c.evidence,
  c.path
FROM fact_preference_pairs c
LEFT JOIN fact_preference_arrivals a
  ON a.from_system_id = c.from_system_id AND a.to_system_id = c.to_system_id AND a.field = c.field
LEFT JOIN std_systems giver ON giver.system_id = c.from_system_id
LEFT JOIN std_systems receiver ON receiver.system_id = c.to_system_id
WHERE c.class = 'not_carried_over'
ORDER BY subject
