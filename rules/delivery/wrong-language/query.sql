-- One row per communication and channel that went out in languages its readers are not known to read.
SELECT
  'comm:' || u.communication || '/' || u.channel AS subject,
  CASE WHEN u.own > 0 THEN 'sender_knew' ELSE 'others_knew' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'likely' AS confidence,
  u.persons,
  CAST(NULL AS BIGINT) AS persons_of,
  u.messages,
  u.messages_of,
  json_object(
    'communication', coalesce(c.name, u.communication),
    'channel', CASE u.channel WHEN 'email' THEN 'e-mail' WHEN 'sms' THEN 'SMS' ELSE replace(u.channel, '_', ' ') END,
    'system', coalesce(s.name, u.system_id),
    'sent', split_part(u.what, '>', 1),
    'known', split_part(u.what, '>', 2),
    'known_in', replace(u.known_in, '|', ', '),
    'own', u.own,
    'cost', CAST(u.cost AS VARCHAR),
    'purpose', CASE
      WHEN c.regulatory THEN 'regulatory'
      WHEN c.legal_basis IN ('contract', 'legal_obligation') THEN 'transactional'
      ELSE 'other'
    END,
    'system_ids', [u.system_id]
  ) AS args,
  u.evidence,
  u.system_id AS path
FROM fact_known_unused u
LEFT JOIN (SELECT communication_id, min(name) AS name, bool_or(regulatory) AS regulatory, min(legal_basis) AS legal_basis
  FROM std_communications GROUP BY communication_id) c ON c.communication_id = u.communication
LEFT JOIN (SELECT system_id, min(name) AS name FROM std_systems GROUP BY system_id) s ON s.system_id = u.system_id
WHERE u.knowledge = 'wrong_language' AND u.messages >= CAST($min_messages AS BIGINT)
  AND u.messages >= CAST($min_share AS DECIMAL(9, 6)) * u.messages_of
ORDER BY subject
