-- One row per system and channel: persons of whom the system holds both yes and no at once.
SELECT
  'pair:' || c.from_system_id || '>' || c.to_system_id || '/' || c.field AS subject,
  'both' AS "case",
  c.cause,
  c.confidence,
  c.persons,
  c.persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'from', coalesce(giver.name, c.from_system_id),
    'to', coalesce(receiver.name, c.to_system_id),
    'field', c.field,
    'channel', CASE substr(c.field, 20)
      WHEN '' THEN 'any channel' WHEN 'email' THEN 'e-mail' WHEN 'sms' THEN 'SMS'
      ELSE replace(substr(c.field, 20), '_', ' ')
    END,
    'choices', replace(replace(replace(c.choices, 'opt_out', 'no'), 'opt_in', 'yes'), '|', ' or '),
    'held', replace(replace(replace(c.held, 'opt_out', 'no'), 'opt_in', 'yes'), '|', ' or '),
    'certain', c.certain,
    'cells', c.cells,
    'days', c.days_max,
    'since', CAST(c.first_day AS VARCHAR),
    'cost', CAST(c.cost AS VARCHAR),
    'causes', CASE WHEN coalesce(c.causes, '') = '' THEN [] ELSE string_split(c.causes, '|') END
  ) AS args,
  c.evidence,
  c.path
FROM fact_preference_pairs c
LEFT JOIN std_systems giver ON giver.system_id = c.from_system_id
LEFT JOIN std_systems receiver ON receiver.system_id = c.to_system_id
WHERE c.class = 'within'
ORDER BY subject
