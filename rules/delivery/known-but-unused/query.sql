-- One row per field about the person that some system holds and most communications do without.
WITH fields AS (
  SELECT
    field,
    count(*) AS total,
    count(*) FILTER (WHERE NOT listed) AS without,
    count(*) FILTER (WHERE NOT listed AND state <> 'reaches') AS apart,
    min(held_by) AS held_by,
    min(fill_rate) AS fill_rate,
    '[' || string_agg(evidence, ',' ORDER BY communication_id) FILTER (WHERE NOT listed) || ']' AS evidence
  FROM fact_communication_fields
  -- Only of these fields it is known which communications could use them.
  WHERE holders > 0 AND field IN (SELECT field FROM fact_communication_fields WHERE NOT listed)
  GROUP BY field
)
SELECT
  'field:' || f.field AS subject,
  CASE WHEN f.apart = 0 THEN 'at_hand' ELSE 'elsewhere' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'possible' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'field', f.field,
    'holder', coalesce(s.name, f.held_by),
    'filled', CASE WHEN f.fill_rate IS NULL THEN '' ELSE
      ' of ' || CAST(CAST(floor(f.fill_rate * 100) AS BIGINT) AS VARCHAR) || ' % of its customers' END,
    'count', f.without,
    'of', f.total,
    'apart', f.apart,
    'system_ids', [f.held_by]
  ) AS args,
  f.evidence,
  f.held_by AS path
FROM fields f
LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) s ON s.system_id = f.held_by
WHERE f.without >= CAST($min_communications AS BIGINT)
  AND f.without >= CAST($min_share AS DECIMAL(9, 6)) * f.total
ORDER BY subject
