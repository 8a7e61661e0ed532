import type { Query, Row } from '../../store/store.js';

/**
 * Abandoned cases by where they were last heard of: the activity of their last event, the last channel and the last
 * message that an event names, each empty where none does. A message goes by its communication, or by the step in which
 * it was sent where its send is not known. `since_error_s`: the lower median, over cases with a message that was wrong or
 * failed, from the last of them to the last event.
 */
const lasts = `
  WITH stopped AS (
    SELECT c.journey, c.code, max_by(s.activity, s.place) AS activity,
           max_by(s.channel, s.place) FILTER (WHERE s.channel IS NOT NULL) AS channel,
           max_by(s.message_key, s.place) FILTER (WHERE s.message_key IS NOT NULL) AS message_key,
           max_by(s.activity, s.place) FILTER (WHERE s.message_key IS NOT NULL) AS message_step,
           c.last_at - max(CASE WHEN s.message_wrong THEN s.at_ms END) AS since
    FROM work_cases c JOIN work_steps s ON s.journey = c.journey AND s.case_id = c.case_id
    WHERE c.told AND c.outcome = 'abandoned' GROUP BY c.journey, c.case_id, c.code, c.last_at),
  known AS (
    SELECT m.message_key, min(s.communication_id) AS communication
    FROM (SELECT DISTINCT message_key FROM stopped WHERE message_key IS NOT NULL) m
    JOIN std_sends s ON s.message_key = m.message_key GROUP BY m.message_key),
  named AS (
    SELECT t.journey, t.code, t.activity, t.channel, coalesce(k.communication, t.message_step) AS message, t.since
    FROM stopped t LEFT JOIN known k ON k.message_key = t.message_key),
  ranked AS (
    SELECT *, count(since) OVER (PARTITION BY journey, activity, channel, message) AS wrong,
           row_number() OVER (PARTITION BY journey, activity, channel, message ORDER BY since NULLS LAST, code) AS place
    FROM named)
  SELECT nullif(journey, '') AS journey, activity, channel, message, count(*) AS abandoned, count(since) AS after_error,
         max(CASE WHEN since IS NOT NULL AND place = (wrong + 1) // 2 THEN since END) // 1000 AS since_error_s,
         min(code, 10) AS codes
  FROM ranked GROUP BY journey, activity, channel, message
  ORDER BY journey, abandoned DESC, activity, channel, message`;

export type Last = Row & { codes: string };

/** Rows of `fact_journey_lasts`, with codes in place of evidence. */
export const readLasts = (store: Query): Promise<Last[]> => store.all<Last>(lasts);
