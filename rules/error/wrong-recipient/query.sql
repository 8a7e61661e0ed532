-- One row per origin of messages that went to, or carried data of, the wrong person.
WITH groups AS (
  SELECT
    *,
    row_number() OVER (PARTITION BY origin ORDER BY errors DESC, error_class, verdict, pattern) AS place
  FROM fact_error_groups
  WHERE error_class IN ('wrong_recipient', 'other_customer_data')
),
-- Persons of two classes may be the same: the larger number is certain, the sum is not.
totals AS (
  SELECT
    origin,
    sum(errors) AS errors,
    sum(known) AS known,
    max(persons) AS persons,
    max(exposed) AS exposed,
    sum(by_customer) AS by_customer,
    CAST(min(first_at) AS DATE) AS since,
    '[' || string_agg(evidence, ',' ORDER BY evidence) || ']' AS evidence
  FROM groups
  GROUP BY origin
)
SELECT
  t.origin AS subject,
  CASE WHEN g.verdict = 'listed_only' AND t.origin NOT LIKE 'class:%' THEN 'stated' ELSE g.verdict END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  CASE WHEN g.verdict = 'tie' THEN 'likely' ELSE 'certain' END AS confidence,
  -- None known is not nobody.
  nullif(t.persons, 0) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  t.errors AS messages,
  CASE
    WHEN g.verdict = 'localised' THEN g.messages
    -- Errors in messages outside the sends are no part of them.
    WHEN t.known < t.errors THEN NULL
    ELSE g.messages_of
  END AS messages_of,
  json_object(
    'error_class', g.error_class,
    'errors', t.errors,
    'exposed', t.exposed,
    'by_customer', t.by_customer,
    'since', CAST(t.since AS VARCHAR),
    'origin', replace(t.origin, ':', ' '),
    'pattern', replace(replace(g.pattern, '=', ' '), ' & ', ' and '),
    'same_rows_as', CASE WHEN coalesce(g.same_rows_as, '') = '' THEN [] ELSE string_split(g.same_rows_as, '|') END,
    'ratio', CAST(g.ratio AS VARCHAR),
    'p_adjusted', g.p_adjusted
  ) AS args,
  t.evidence,
  coalesce(g.path, '') AS path
FROM totals t
JOIN groups g ON g.origin = t.origin AND g.place = 1
ORDER BY subject
