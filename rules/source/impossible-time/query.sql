-- One row per file and column: dates that cannot be. The kind with most rows speaks for all.
WITH doubtful AS (
  SELECT
    file, target, "column",
    CASE what WHEN 'future' THEN 'future' WHEN 'over_120_years' THEN 'age' ELSE 'filler' END AS kind,
    what, rows, rows_of, evidence
  FROM fact_quality
  WHERE doubt = 'impossible_time'
    AND (what IN ('future', 'over_120_years') OR (rows >= $min_rows AND rows >= $share * rows_of))
  UNION ALL
  SELECT file, target, "column", 'other_calendar', '', rows, rows_in, evidence
  FROM fact_rejects
  WHERE starts_with(reason, 'a year from 1600 on')
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY file, target, "column" ORDER BY rows DESC, kind, what) AS place
  FROM doubtful
),
kinds AS (
  SELECT file, target, "column", string_agg(kind || ' ' || rows, '|' ORDER BY place) AS kinds
  FROM ranked
  GROUP BY file, target, "column"
)
SELECT
  'source:' || r.file || '/' || r.target || '.' || r."column" AS subject,
  r.kind AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'file', r.file,
    'column', r."column",
    'what', r.what,
    'rows', r.rows,
    'rows_of', r.rows_of,
    'kinds', string_split(k.kinds, '|')
  ) AS args,
  r.evidence,
  '' AS path
FROM ranked r
JOIN kinds k ON k.file = r.file AND k.target = r.target AND k."column" = r."column"
WHERE r.place = 1
ORDER BY subject
