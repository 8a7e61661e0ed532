-- One row per origin of messages with a wrong amount.
SELECT
  g.origin AS subject,
  CASE WHEN g.verdict = 'listed_only' AND g.origin NOT LIKE 'class:%' THEN 'stated' ELSE g.verdict END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  CASE WHEN g.verdict = 'tie' THEN 'likely' ELSE 'certain' END AS confidence,
  -- None known is not nobody.
  nullif(g.persons, 0) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  g.errors AS messages,
  CASE
    WHEN g.verdict = 'localised' THEN g.messages
    -- Errors in messages outside the sends are no part of them.
    WHEN g.known < g.errors THEN NULL
    ELSE g.messages_of
  END AS messages_of,
  json_object(
    'error_class', g.error_class,
    'errors', g.errors,
    'exposed', g.exposed,
    'by_customer', g.by_customer,
    'since', CAST(CAST(g.first_at AS DATE) AS VARCHAR),
    'origin', replace(g.origin, ':', ' '),
    'pattern', replace(replace(g.pattern, '=', ' '), ' & ', ' and '),
    'same_rows_as', CASE WHEN coalesce(g.same_rows_as, '') = '' THEN [] ELSE string_split(g.same_rows_as, '|') END,
    'ratio', CAST(g.ratio AS VARCHAR),
    'p_adjusted', g.p_adjusted
  ) AS args,
  g.evidence,
  coalesce(g.path, '') AS path
FROM fact_error_groups g
WHERE g.error_class = 'wrong_amount'
ORDER BY subject
