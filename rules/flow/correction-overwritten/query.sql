-- One row per system and field of which a job put choices back, or in which old addresses, numbers or names came back.
WITH back AS (
  SELECT
    o.system_id, o.field, o.persons, o.persons_of, o.share_low, o.share_high, o.first_day, o.last_day, o.givers, o.evidence,
    CASE WHEN o.refusals * 2 > o.persons THEN 'refusals' ELSE 'choices' END AS "case",
    'likely' AS confidence,
    CAST(NULL AS BIGINT) AS affected,
    CAST(NULL AS BIGINT) AS affected_of,
    json_object(
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
      'refusals', o.refusals
    ) AS own
  FROM fact_overwritten o
  WHERE o.persons >= CAST($min_choices AS BIGINT)
  UNION ALL
  SELECT
    o.system_id, o.field, o.persons, o.persons_of, o.share_low, o.share_high, o.first_day, o.last_day, o.givers, o.evidence,
    CASE WHEN o.fed * 2 > o.persons THEN 'details_fed' ELSE 'details' END,
    CASE WHEN o.fed * 2 > o.persons THEN 'likely' ELSE 'possible' END,
    o.persons,
    o.persons_of,
    json_object(
      'fields', CASE o.field
        WHEN 'contact.postal_address' THEN 'postal address' WHEN 'contact.email' THEN 'e-mail address'
        WHEN 'contact.phone' THEN 'telephone number' WHEN 'person.name' THEN 'name' ELSE 'language'
      END,
      'by', coalesce(replace(o.flows, '|', ', '), ''),
      'giver_names', coalesce((
        SELECT string_agg(coalesce(n.name, x.id), ', ' ORDER BY x.id)
        FROM unnest(string_split(o.givers, '|')) AS x (id) LEFT JOIN std_systems n ON n.system_id = x.id
      ), ''),
      'corrected_in', coalesce((
        SELECT string_agg(coalesce(n.name, x.id), ', ' ORDER BY x.id)
        FROM unnest(string_split(o.corrected_in, '|')) AS x (id) LEFT JOIN std_systems n ON n.system_id = x.id
      ), ''),
      'fed', o.fed
    )
  FROM fact_details_put_back o
  WHERE o.persons >= CAST($min_choices AS BIGINT)
    AND (o.fed * 2 > o.persons OR o.share_low >= CAST($min_share AS DECIMAL(9, 4)))
)
SELECT
  'system:' || b.system_id || '/' || b.field AS subject,
  b."case",
  CAST(NULL AS VARCHAR) AS cause,
  b.confidence,
  b.affected AS persons,
  b.affected_of AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_merge_patch(
    json_object(
      'system', coalesce(s.name, b.system_id),
      'from', coalesce(s.name, b.system_id),
      'to', coalesce(s.name, b.system_id),
      'field', b.field,
      'givers', string_split(coalesce(b.givers, ''), '|'),
      'choices', b.persons,
      'choices_of', b.persons_of,
      'low', CAST(CAST(b.share_low * 100 AS DECIMAL(9, 1)) AS VARCHAR) || ' %',
      'high', CAST(CAST(b.share_high * 100 AS DECIMAL(9, 1)) AS VARCHAR) || ' %',
      'when', CASE
        WHEN b.first_day = b.last_day THEN 'on ' || CAST(b.first_day AS VARCHAR)
        ELSE 'between ' || CAST(b.first_day AS VARCHAR) || ' and ' || CAST(b.last_day AS VARCHAR)
      END
    ),
    b.own
  ) AS args,
  b.evidence,
  b.system_id AS path
FROM back b
LEFT JOIN std_systems s ON s.system_id = b.system_id
ORDER BY subject
