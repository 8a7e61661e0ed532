-- One row per file and column of contact data or birth dates that many customers share.
SELECT
  'source:' || q.file || '/' || q.target || '.' || q."column" AS subject,
  CASE WHEN q."column" = 'date_of_birth' THEN 'birth_date' ELSE 'contact' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'file', q.file,
    'column', replace(q."column", '_', ' '),
    'values', CAST(sum(q."values") AS BIGINT),
    'rows', CAST(sum(q.rows) AS BIGINT),
    'rows_of', max(q.rows_of),
    'most', max(q.persons)
  ) AS args,
  '[' || string_agg(q.evidence, ',' ORDER BY q.evidence) || ']' AS evidence,
  '' AS path
FROM fact_quality q
WHERE q.doubt = 'shared_value'
  AND CASE
    WHEN q."column" = 'date_of_birth' THEN q.persons >= $max_births AND q.persons >= $birth_share * q.rows_of
    ELSE q.persons >= $max_persons
  END
GROUP BY q.file, q.target, q."column"
ORDER BY subject
