-- One row per sending system and channel of which more messages fail than the parameter allows.
WITH ways AS (
  SELECT
    d.*,
    'system:' || d.system_id || '/' || d.channel AS subject,
    CASE
      WHEN c.regulatory THEN 'regulatory'
      WHEN c.legal_basis IN ('contract', 'legal_obligation') THEN 'transactional'
      ELSE 'other'
    END AS purpose
  FROM fact_delivery d
  LEFT JOIN std_communications c ON c.communication_id = d.communication_id
),
-- Persons are counted apart: one person may stand behind several communications.
totals AS (
  SELECT
    subject, system_id, channel,
    sum(failed) AS failed,
    sum(messages_with_events) AS known,
    sum(failed_address) AS failed_address,
    CASE WHEN sum(CASE WHEN failed > 0 THEN 1 ELSE 0 END) = 1 THEN max(failed_persons) END AS persons,
    '[' || string_agg(evidence, ',' ORDER BY evidence) || ']' AS evidence
  FROM ways
  GROUP BY subject, system_id, channel
),
purposes AS (
  SELECT
    subject, purpose,
    row_number() OVER (
      PARTITION BY subject ORDER BY strpos('regulatory transactional other', purpose)
    ) AS place
  FROM ways
  WHERE failed > 0
  GROUP BY subject, purpose
),
reasons AS (
  SELECT
    subject, top_reason,
    row_number() OVER (PARTITION BY subject ORDER BY sum(failed) DESC, top_reason) AS place
  FROM ways
  WHERE failed > 0 AND top_reason IS NOT NULL
  GROUP BY subject, top_reason
)
SELECT
  t.subject,
  CASE WHEN r.top_reason IS NULL THEN 'failing' ELSE 'failing_with_reason' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'certain' AS confidence,
  t.persons,
  CAST(NULL AS BIGINT) AS persons_of,
  t.failed AS messages,
  t.known AS messages_of,
  json_object(
    'system', coalesce(s.name, t.system_id),
    'channel', CASE t.channel WHEN 'email' THEN 'e-mail' WHEN 'sms' THEN 'SMS' ELSE replace(t.channel, '_', ' ') END,
    'rate', (t.failed * 1000 // t.known // 10) || '.' || (t.failed * 1000 // t.known % 10) || ' %',
    'known', t.known,
    'failed_address', t.failed_address,
    'reason', replace(r.top_reason, '_', ' '),
    'purpose', p.purpose
  ) AS args,
  t.evidence,
  t.system_id AS path
FROM totals t
JOIN purposes p ON p.subject = t.subject AND p.place = 1
-- An unclassified reason says nothing.
LEFT JOIN reasons r ON r.subject = t.subject AND r.place = 1 AND r.top_reason <> 'unclassified'
LEFT JOIN std_systems s ON s.system_id = t.system_id
WHERE t.known >= CAST($min_messages AS BIGINT) AND t.failed > CAST($max_rate AS DECIMAL(9, 6)) * t.known
ORDER BY t.subject
