-- One row per system that is to be retired or out of support, and without which much arrives nowhere.
WITH ending AS (
  SELECT *
  FROM fact_single_points
  WHERE cut > 0 AND (legacy OR ends_in_days * 86400 <= CAST($horizon AS BIGINT))
),
points AS (
  SELECT
    system_id,
    coalesce(sum(cut) FILTER (WHERE kind = 'choice'), 0) AS cut,
    coalesce(sum(cut_of) FILTER (WHERE kind = 'choice'), 0) AS cut_of,
    -- A message composed and delivered in one system is one message.
    coalesce(max(cut) FILTER (WHERE kind = 'regulatory'), 0) AS communications,
    coalesce(max(cut_of) FILTER (WHERE kind = 'regulatory'), 0) AS communications_of,
    string_agg(item, ', ' ORDER BY item) AS items,
    bool_or(legacy) AS legacy,
    min(ends_in_days) AS days,
    '[' || string_agg(evidence, ',' ORDER BY item) || ']' AS evidence
  FROM ending
  GROUP BY system_id
),
weighed AS (
  SELECT *,
    cut > 0 AND cut >= CAST($min_share AS DECIMAL(9, 6)) * cut_of AS choices,
    communications > 0 AND communications >= CAST($min_share AS DECIMAL(9, 6)) * communications_of AS regulatory
  FROM points
)
SELECT
  'system:' || w.system_id AS subject,
  CASE WHEN w.choices AND w.regulatory THEN 'both' WHEN w.choices THEN 'choices' ELSE 'regulatory' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  CAST(NULL AS BIGINT) AS messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'system', coalesce(s.name, w.system_id),
    'cut', w.cut,
    'cut_of', w.cut_of,
    'communications', w.communications,
    'items', w.items,
    'state', CASE
      WHEN w.days < 0 THEN 'which is out of support'
      WHEN w.days * 86400 <= CAST($horizon AS BIGINT) THEN 'whose support ends in ' || w.days || ' days'
      ELSE 'which is to be retired'
    END,
    'days', w.days
  ) AS args,
  w.evidence,
  w.system_id AS path
FROM weighed w
LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) s ON s.system_id = w.system_id
WHERE w.choices OR w.regulatory
ORDER BY subject
