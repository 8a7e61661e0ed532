-- One row per communication and channel whose hops take longer than its deadline, or that went out too late.
WITH days AS (
  SELECT communication_id, channel, latency_s, deadline_s, slowest, late, evidence FROM fact_communication_paths
),
sent AS (
  SELECT communication, channel, due, late AS late_messages, messages, evidence AS first_sent
  FROM fact_channel_effectiveness
  WHERE communication IS NOT NULL AND due >= CAST($min_messages AS BIGINT)
    AND late > CAST($max_late AS DECIMAL(9, 6)) * due
),
slow AS (
  SELECT
    coalesce(d.communication_id, s.communication) AS communication_id,
    coalesce(d.channel, s.channel) AS channel,
    d.latency_s, d.deadline_s, d.slowest, coalesce(d.late, false) AS by_design, s.due, s.late_messages,
    coalesce(d.evidence, s.first_sent) AS evidence
  FROM days d
  FULL JOIN sent s ON s.communication = d.communication_id AND s.channel = d.channel
  WHERE d.late OR s.late_messages > 0
),
spoken AS (
  SELECT *,
    CASE
      WHEN deadline_s IS NULL THEN 'no time'
      WHEN deadline_s >= 172800 THEN (deadline_s // 86400) || ' days'
      ELSE (deadline_s // 3600) || ' hours'
    END AS deadline,
    CASE
      WHEN latency_s IS NULL THEN 'longer'
      WHEN latency_s >= 172800 THEN (latency_s // 86400) || ' days'
      ELSE (latency_s // 3600) || ' hours'
    END AS design
  FROM slow
)
SELECT
  'comm:' || s.communication_id || coalesce('/' || s.channel, '') AS subject,
  CASE WHEN c.regulatory OR c.legal_basis = 'legal_obligation' THEN 'demanded' ELSE 'other' END AS "case",
  CAST(NULL AS VARCHAR) AS cause,
  'likely' AS confidence,
  CAST(NULL AS BIGINT) AS persons,
  CAST(NULL AS BIGINT) AS persons_of,
  s.late_messages AS messages,
  s.due AS messages_of,
  json_object(
    'communication', coalesce(c.name, s.communication_id),
    'channel', coalesce(CASE s.channel WHEN 'email' THEN 'e-mail' WHEN 'sms' THEN 'SMS' ELSE replace(s.channel, '_', ' ') END, 'any channel'),
    'how', CASE
      WHEN s.by_design AND s.latency_s IS NULL THEN 'its hops alone take longer than the ' || s.deadline || ' allowed'
      WHEN s.by_design THEN 'its hops alone take ' || s.design || ', and ' || s.deadline || ' are allowed'
      WHEN s.deadline_s IS NULL THEN s.late_messages || ' of ' || s.due || ' messages went out after their due time'
      ELSE s.late_messages || ' of ' || s.due || ' messages went out more than the ' || s.deadline || ' allowed after their due time'
    END,
    'deadline', s.deadline,
    'slowest', coalesce(replace(s.slowest, '>', ' to '), 'whichever it is')
  ) AS args,
  s.evidence,
  coalesce(replace(s.slowest, '>', '|'), '') AS path
FROM spoken s
LEFT JOIN (SELECT communication_id, min(name) AS name, bool_or(regulatory) AS regulatory, min(legal_basis) AS legal_basis
  FROM std_communications GROUP BY communication_id) c ON c.communication_id = s.communication_id
ORDER BY subject
