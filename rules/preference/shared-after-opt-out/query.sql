-- One row per pair of systems: data handed to third parties after an opt-out of sharing was on record somewhere.
-- What most persons' giver could know stands for all; on a tie the gravest.
WITH violations AS (
  SELECT
    *,
    CASE
      WHEN from_system_id = to_system_id THEN 'own_record'
      WHEN knew >= greatest(could_have_known, could_not_know) THEN 'knew'
      WHEN could_have_known >= could_not_know THEN 'could_have_known'
      ELSE 'could_not_know'
    END AS kind
  FROM fact_preference_pairs
  WHERE class = 'violation' AND field = 'preference.consent.partner'
)
SELECT
  'pair:' || c.from_system_id || '>' || c.to_system_id || '/' || c.field AS subject,
  c.kind AS "case",
  CASE
    WHEN c.kind IN ('own_record', 'knew') THEN c.cause
    ELSE coalesce(c.cause, nullif(split_part(c.causes, ' ', 1), ''))
  END AS cause,
  c.confidence,
  c.persons,
  c.persons_of,
  c.messages,
  c.messages_of,
  json_object(
    'from', coalesce(giver.name, c.from_system_id),
    'to', coalesce(receiver.name, c.to_system_id),
    'field', c.field,
    'receivers', CASE WHEN coalesce(c.receivers, '') = '' THEN 'a third party' ELSE replace(c.receivers, '|', ', ') END,
    'certain', c.certain,
    'cells', c.cells,
    'days', c.days_max,
    'since', CAST(c.first_day AS VARCHAR),
    'knew', c.knew,
    'could_have_known', c.could_have_known,
    'could_not_know', c.could_not_know,
    'remarks', concat(
      CASE WHEN coalesce(c.grace, '') = '' THEN '' ELSE '; givers have ' || replace(c.grace, '|', ' or ') END,
      CASE WHEN coalesce(c.undated, 0) = 0 THEN ''
           ELSE '; undated for ' || c.undated || CASE WHEN c.undated = 1 THEN ' customer' ELSE ' customers' END
             || ', so counted from the day of the export' END
    ),
    'causes', CASE WHEN coalesce(c.causes, '') = '' THEN [] ELSE string_split(c.causes, '|') END
  ) AS args,
  c.evidence,
  c.path
FROM violations c
LEFT JOIN std_systems giver ON giver.system_id = c.from_system_id
LEFT JOIN std_systems receiver ON receiver.system_id = c.to_system_id
ORDER BY subject
