import { joinedValues } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { normaliseKey } from '../identity/subjects.js';
import { joinLeaf } from './leaves.js';

/** What told first of an error; several may tell of one message and class, and then it is one error. */
const errors = `
  WITH numbered AS (SELECT *, coalesce(send, -1 - code) AS error_no FROM work_error_detections),
  placed AS (
    SELECT *, row_number() OVER (PARTITION BY error_class, error_no ORDER BY known_at NULLS LAST, detector, code) AS place
    FROM numbered),
  told AS (
    SELECT error_class, error_no, max(family) AS family, min(happened_at) AS happened_at,
           ${joinedValues('detector', '|')} AS detectors,
           bool_and(handled) AS handled, max(handled_at) AS handled_at
    FROM placed GROUP BY error_class, error_no)
  SELECT t.error_class, t.family, t.detectors, t.happened_at, t.handled, t.handled_at, p.detector, p.known_at, p.send, p.communication_id, p.channel,
         p.system_id, p.key_type, p.subject_key, p.person_id, p.code
  FROM told t JOIN placed p ON p.error_class = t.error_class AND p.error_no = t.error_no AND p.place = 1`;

/** The messages in which there are errors. */
const messages = `
  SELECT ${rowCode('s')} AS send, l.leaf, s.communication_id, s.channel, s.system_id, s.key_type, s.subject_key, s.sent_at, s.batch_id
  FROM std_sends s ${joinLeaf('s')}
  WHERE ${rowCode('s')} IN (SELECT send FROM work_error_detections WHERE send IS NOT NULL)`;

/** Who is named where no message says what the errors have in common. */
const stated = `
  CASE WHEN m.leaf IS NULL AND e.communication_id IS NOT NULL AND e.channel IS NOT NULL
       THEN 'comm:' || e.communication_id || '/' || e.channel
       WHEN m.leaf IS NULL AND e.system_id IS NOT NULL THEN 'system:' || e.system_id
       ELSE 'class:' || e.error_class END`;

const minutesBetween = (from: string, to: string): string =>
  `CASE WHEN ${to} >= ${from} THEN (epoch_ms(${to}) - epoch_ms(${from})) // 60000 END`;

/**
 * Creates `work_error_rows`: one row per error, with the leaf of its message when that is known, else with what was
 * stated of it. `kind` is the class, of failed messages with the family; `seen_at` when it was known or, found by
 * comparing, when it happened; `minutes` how long it took to be known, `handling` how long from then until it was put right; `handled` whether it was.
 */
export const createErrorRows = (store: Query): Promise<void> =>
  store.run(`
    CREATE TABLE work_error_rows AS
    WITH joined AS (
      SELECT e.error_class, e.family,
             CASE WHEN e.family = '' THEN e.error_class ELSE e.error_class || '/' || e.family END AS kind,
             m.leaf, coalesce(m.communication_id, e.communication_id) AS communication,
             coalesce(m.channel, e.channel) AS channel, ${stated} AS stated,
             coalesce(m.system_id, e.system_id, '') AS person_system,
             coalesce(m.key_type, e.key_type, '') AS person_key_type,
             coalesce(m.subject_key, e.subject_key) AS person_key, e.person_id,
             e.detectors, e.detector = 'customer' AS by_customer,
             coalesce(e.known_at, e.happened_at, m.sent_at) AS seen_at,
             ${minutesBetween('coalesce(e.happened_at, m.sent_at)', 'e.known_at')} AS minutes, e.handled,
             ${minutesBetween('e.known_at', 'e.handled_at')} AS handling, e.handled_at, m.batch_id AS batch,
             CAST(CAST(m.sent_at AS DATE) AS VARCHAR) AS sent_day, e.code
      FROM (${errors}) e LEFT JOIN (${messages}) m ON m.send = e.send)
    SELECT r.* REPLACE (coalesce(r.person_id, w.person_id) AS person_id)
    FROM joined r LEFT JOIN work_persons w
      ON w.system_id = CASE WHEN r.person_id IS NULL THEN r.person_system END AND w.key_type = r.person_key_type
     AND w.subject_key = ${normaliseKey('r.person_key_type', 'r.person_key')}`);
