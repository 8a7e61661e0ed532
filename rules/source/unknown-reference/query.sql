-- One row per file and column that names what its own list does not have.
SELECT
  'source:' || q.file || '/' || q.target || '.' || q."column" AS subject,
  CASE
    WHEN q.doubt = 'event_without_send' THEN 'events'
    WHEN q."column" = 'system_id' AND q.target IN (
      'customers', 'identity_keys', 'preferences', 'sends', 'delivery_events', 'master_values', 'error_reports'
    ) THEN 'records'
    ELSE 'names'
  END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'file', q.file,
    'column', q."column",
    'what', CASE WHEN q."values" > 5 THEN q.what || ' …' ELSE coalesce(q.what, '') END,
    'rows', q.rows,
    'rows_of', q.rows_of,
    'values', q."values"
  ) AS args,
  q.evidence,
  '' AS path
FROM fact_quality q
WHERE q.doubt IN ('unknown_reference', 'event_without_send')
ORDER BY subject
