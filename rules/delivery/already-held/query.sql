-- One row per communication and channel that asked persons for what some system knew they have.
WITH ranked AS (
  SELECT *, row_number() OVER (PARTITION BY communication, channel ORDER BY messages DESC, knowledge) AS rank
  FROM fact_known_unused
  WHERE knowledge IN ('offer_held', 'paperless_invited')
)
SELECT
  'comm:' || u.communication || '/' || u.channel AS subject,
  CASE u.knowledge WHEN 'offer_held' THEN 'offer' ELSE 'paperless' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'likely' AS confidence,
  u.persons,
  CAST(NULL AS BIGINT) AS persons_of,
  u.messages,
  u.messages_of,
  json_object(
    'communication', coalesce(c.name, u.communication),
    'channel', CASE u.channel WHEN 'email' THEN 'e-mail' WHEN 'sms' THEN 'SMS' ELSE replace(u.channel, '_', ' ') END,
    'product', coalesce(replace(u.what, '_', ' '), 'paperless'),
    'known_in', replace(u.known_in, '|', ', '),
    'own', u.own,
    'cost', CAST(u.cost AS VARCHAR),
    'system_ids', [u.system_id]
  ) AS args,
  u.evidence,
  u.system_id AS path
FROM ranked u
LEFT JOIN (SELECT communication_id, min(name) AS name, bool_or(regulatory) AS regulatory, min(legal_basis) AS legal_basis
  FROM std_communications GROUP BY communication_id) c ON c.communication_id = u.communication
WHERE u.rank = 1 AND u.messages >= CAST($min_messages AS BIGINT)
ORDER BY subject
