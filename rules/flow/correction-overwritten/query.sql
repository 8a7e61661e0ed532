-- One row per system and field of which a job put choices back, or in which old addresses, numbers or names came back.
SELECT
  'system:' || o.system_id || '/' || o.field AS subject,
  CASE WHEN o.refusals * 2 > o.persons THEN 'refusals' ELSE 'choices' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'likely' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'system', coalesce(s.name, o.system_id),
    'from', coalesce(s.name, o.system_id),
    'to', coalesce(s.name, o.system_id),
    'field', o.field,
    'fields', CASE
      WHEN o.field = 'preference.delivery' THEN 'paper or electronic'
      WHEN o.field = 'preference.consent' THEN 'consent'
      WHEN o.field = 'preference.consent.email' THEN 'consent for e-mail'
      WHEN o.field = 'preference.consent.sms' THEN 'consent for SMS'
      ELSE 'consent for ' || replace(substr(o.field, 20), '_', ' ')
    END,
    'by', CASE o.by
      WHEN 'batch' THEN 'A batch job' WHEN 'migration' THEN 'A migration' WHEN 'api' THEN 'An interface'
      WHEN 'third_party' THEN 'A third party' ELSE 'Jobs'
    END,
    'givers', string_split(o.givers, '|'),
    'choices', o.persons,
    'choices_of', o.persons_of,
    'refusals', o.refusals,
    'low', CAST(CAST(o.share_low * 100 AS DECIMAL(9, 1)) AS VARCHAR) || ' %',
    'high', CAST(CAST(o.share_high * 100 AS DECIMAL(9, 1)) AS VARCHAR) || ' %',
    'when', CASE
      WHEN CAST(o.first_at AS DATE) = CAST(o.last_at AS DATE) THEN 'on ' || CAST(CAST(o.first_at AS DATE) AS VARCHAR)
      ELSE 'between ' || CAST(CAST(o.first_at AS DATE) AS VARCHAR) || ' and ' || CAST(CAST(o.last_at AS DATE) AS VARCHAR)
    END
  ) AS args,
  o.evidence,
  o.system_id AS path
FROM fact_overwritten o
LEFT JOIN std_systems s ON s.system_id = o.system_id
WHERE o.persons >= CAST($min_choices AS BIGINT)
UNION ALL
SELECT
  'system:' || o.system_id || '/' || o.field,
  CASE WHEN o.fed * 2 > o.persons THEN 'details_fed' ELSE 'details' END,
  CAST(NULL AS VARCHAR),
  CASE WHEN o.fed * 2 > o.persons THEN 'likely' ELSE 'possible' END,
  o.persons,
  o.persons_of,
  CAST(NULL AS BIGINT),
  CAST(NULL AS BIGINT),
  json_object(
    'system', coalesce(s.name, o.system_id),
    'from', coalesce(s.name, o.system_id),
    'to', coalesce(s.name, o.system_id),
    'field', o.field,
    'fields', CASE o.field
      WHEN 'contact.postal_address' THEN 'postal address' WHEN 'contact.email' THEN 'e-mail address'
      WHEN 'contact.phone' THEN 'telephone number' WHEN 'person.name' THEN 'name' ELSE 'language'
    END,
    'by', coalesce(replace(o.flows, '|', ', '), ''),
    'givers', string_split(coalesce(o.givers, ''), '|'),
    'giver_names', coalesce((
      SELECT string_agg(coalesce(n.name, x.id), ', ' ORDER BY x.id)
      FROM unnest(string_split(o.givers, '|')) AS x (id) LEFT JOIN std_systems n ON n.system_id = x.id
    ), ''),
    'corrected_in', coalesce((
      SELECT string_agg(coalesce(n.name, x.id), ', ' ORDER BY x.id)
      FROM unnest(string_split(o.corrected_in, '|')) AS x (id) LEFT JOIN std_systems n ON n.system_id = x.id
    ), ''),
    'choices', o.persons,
    'choices_of', o.persons_of,
    'fed', o.fed,
    'low', CAST(CAST(o.share_low * 100 AS DECIMAL(9, 1)) AS VARCHAR) || ' %',
    'high', CAST(CAST(o.share_high * 100 AS DECIMAL(9, 1)) AS VARCHAR) || ' %',
    'when', CASE
      WHEN CAST(o.first_at AS DATE) = CAST(o.last_at AS DATE) THEN 'on ' || CAST(CAST(o.first_at AS DATE) AS VARCHAR)
      ELSE 'between ' || CAST(CAST(o.first_at AS DATE) AS VARCHAR) || ' and ' || CAST(CAST(o.last_at AS DATE) AS VARCHAR)
    END
  ),
  o.evidence,
  o.system_id
FROM fact_details_put_back o
LEFT JOIN std_systems s ON s.system_id = o.system_id
WHERE o.persons >= CAST($min_choices AS BIGINT)
  AND (o.fed * 2 > o.persons OR o.share_low >= CAST($min_share AS DECIMAL(9, 4)))
ORDER BY subject
