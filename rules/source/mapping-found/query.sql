-- One row per file and table that was read by a mapping which unsilo.yaml does not name.
SELECT
  'source:' || s.file AS subject,
  'found' AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object('file', s.file, 'table', min(s.table_name), 'mapping', min(s.found_mapping)) AS args,
  '[]' AS evidence,
  '' AS path
FROM std_sources s
WHERE s.found_mapping IS NOT NULL
GROUP BY s.file
ORDER BY subject
