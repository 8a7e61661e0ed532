-- One row per file with error reports nobody put into a class.
SELECT
  'source:' || q.file || '/error_reports.error_class' AS subject,
  'unclassified' AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object('file', q.file, 'rows', q.rows, 'rows_of', q.rows_of) AS args,
  q.evidence,
  '' AS path
FROM fact_quality q
WHERE q.doubt = 'unclassified_error'
ORDER BY subject
