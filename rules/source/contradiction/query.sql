-- One row per imported file and column in which it says something else than what was read before.
SELECT
  'source:' || q.file || '/' || q.target || '.' || q."column" AS subject,
  CASE WHEN q.target IN ('systems', 'flows') THEN q.target ELSE 'others' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'file', q.file,
    'table', q.target,
    'column', q."column",
    'what', q.what,
    'rows', q.rows,
    'values', q."values"
  ) AS args,
  q.evidence,
  '' AS path
FROM fact_quality q
WHERE q.doubt = 'contradiction'
ORDER BY subject
