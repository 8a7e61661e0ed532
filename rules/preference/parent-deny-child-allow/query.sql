-- One row per pair of systems and channel: a narrower yes that still stands under a wider no.
SELECT
  'pair:' || c.from_system_id || '>' || c.to_system_id || '/' || c.field AS subject,
  CASE WHEN c.from_system_id = c.to_system_id THEN 'inside' ELSE 'between' END AS "case",
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
WHERE c.class = 'scope'
ORDER BY subject
