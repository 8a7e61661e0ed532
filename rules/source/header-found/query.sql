-- One row per file of which the column names were found, not declared and not in the first row.
SELECT
  'source:' || s.file AS subject,
  'found' AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object('file', s.file, 'table', min(s.table_name), 'place', min(s.found_header)) AS args,
  '[]' AS evidence,
  '' AS path
FROM std_sources s
WHERE s.found_header IS NOT NULL
GROUP BY s.file
ORDER BY subject
