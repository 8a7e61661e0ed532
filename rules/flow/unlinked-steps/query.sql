-- One row per pair of steps that follow each other and that no flow of content joins.
WITH gaps AS (
  SELECT p.communication_id, p.channel, p.evidence, unnest(string_split(p.gaps, '|')) AS gap,
         coalesce(c.name, p.communication_id) AS title
  FROM fact_communication_paths p
  LEFT JOIN (SELECT communication_id, min(name) AS name, bool_or(regulatory) AS regulatory, min(legal_basis) AS legal_basis
  FROM std_communications GROUP BY communication_id) c ON c.communication_id = p.communication_id
  WHERE p.gaps IS NOT NULL
),
sent AS (
  SELECT communication, channel, CAST(sum(messages) AS BIGINT) AS messages
  FROM fact_channel_effectiveness
  WHERE communication IS NOT NULL
  GROUP BY communication, channel
),
pairs AS (
  SELECT
    gap, split_part(gap, '>', 1) AS from_id, split_part(gap, '>', 2) AS to_id,
    count(DISTINCT g.communication_id) AS communications,
    list_sort(list(DISTINCT g.title)) AS titles,
    CAST(sum(m.messages) AS BIGINT) AS messages,
    '[' || string_agg(g.evidence, ',' ORDER BY g.communication_id, g.channel) || ']' AS evidence
  FROM gaps g
  LEFT JOIN sent m ON m.communication = g.communication_id AND m.channel = g.channel
  GROUP BY gap
)
SELECT
  'pair:' || p.gap || '/communication' AS subject,
  'gap' AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'possible' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  p.messages,
  CAST(NULL AS BIGINT) AS messages_of,
  json_object(
    'from', coalesce(a.name, p.from_id),
    'to', coalesce(b.name, p.to_id),
    'communications', p.communications,
    'items', array_to_string(p.titles[1:5], ', ')
      || CASE WHEN len(p.titles) > 5 THEN ' and ' || (len(p.titles) - 5) || ' more' ELSE '' END
  ) AS args,
  p.evidence,
  p.from_id || '|' || p.to_id AS path
FROM pairs p
LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) a ON a.system_id = p.from_id
LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) b ON b.system_id = p.to_id
-- A system without any flow is a finding of its own.
WHERE NOT EXISTS (
  SELECT 1 FROM fact_systems s
  WHERE s.system_id IN (p.from_id, p.to_id) AND s.flows_in = 0 AND s.flows_out = 0)
ORDER BY subject
