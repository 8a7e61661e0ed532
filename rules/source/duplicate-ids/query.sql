-- One row per file of which several rows share an id.
SELECT
  'source:' || q.file || '/' || q.target || '.' || split_part(q."column", '|', 1) AS subject,
  CASE q.target WHEN 'sends' THEN 'messages' WHEN 'customers' THEN 'customers' ELSE 'others' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'file', q.file,
    'column', q."column",
    'rows', q.rows,
    'rows_of', q.rows_of,
    'values', q."values"
  ) AS args,
  q.evidence,
  '' AS path
FROM fact_quality q
WHERE q.doubt = 'duplicate_id'
ORDER BY subject
