-- One row per file of which rows could not be read. Counts come from the files: a row may have several problems.
WITH files AS (
  SELECT file, sum(rows_in) AS rows_in, sum(rows_set_aside) AS rows_set_aside
  FROM std_sources
  GROUP BY file
),
reasons AS (
  SELECT
    file, "column", reason, sum(rows) AS rows,
    row_number() OVER (PARTITION BY file ORDER BY sum(rows) DESC, coalesce("column", ''), reason) AS place
  FROM fact_rejects
  GROUP BY file, "column", reason
),
places AS (
  SELECT file, '[' || string_agg(evidence, ',' ORDER BY evidence) || ']' AS evidence, min(target) AS target
  FROM fact_rejects
  GROUP BY file
)
SELECT
  'source:' || f.file AS subject,
  CASE
    WHEN f.rows_set_aside = f.rows_in THEN 'all'
    WHEN f.rows_set_aside >= $most * f.rows_in THEN 'most'
    ELSE 'rows'
  END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'file', f.file,
    'table', p.target,
    'rows', f.rows_set_aside,
    'rows_in', f.rows_in,
    'column', coalesce(r."column", 'the whole row'),
    'reason', r.reason,
    'reason_rows', r.rows
  ) AS args,
  p.evidence,
  '' AS path
FROM files f
JOIN places p ON p.file = f.file
JOIN reasons r ON r.file = f.file AND r.place = 1
WHERE f.rows_set_aside > 0
ORDER BY subject
