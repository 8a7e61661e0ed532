import { fromMs } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';
import { withReason } from '../delivery/failures.js';
import { rowCode } from '../evidence.js';
import { handledAt, isHandled } from './handled.js';

/** Reports by the class they state or tell in words, with the place of the message they name, where it is among the sends. */
const reported = `
  SELECT coalesce(r.error_class, c.error_class) AS error_class, '' AS family, coalesce(r.detected_by, 'unknown') AS detector, r.reported_at AS known_at,
         r.occurred_at AS happened_at, m.send, r.communication_id, r.channel, r.system_id, r.key_type, r.subject_key,
         CAST(NULL AS INTEGER) AS person_id, ${rowCode('r')} AS code,
         ${isHandled('r')} AS handled, ${handledAt('r')} AS handled_at
  FROM std_error_reports r
  LEFT JOIN (SELECT message_key, min(${rowCode('s')}) AS send FROM std_sends s
             WHERE message_key IN (SELECT message_key FROM std_error_reports) GROUP BY message_key) m
    ON m.message_key = r.message_key
  LEFT JOIN work_report_classes c ON c.code = ${rowCode('r')}
  WHERE coalesce(r.error_class, c.error_class) IS NOT NULL`;

/** What comparing found: known when the audit is made, so at no time of its own. */
const found = `
  SELECT error_class, '', 'check', CAST(NULL AS TIMESTAMP), ${fromMs('at_ms')},
         CASE WHEN message_key IS NOT NULL THEN code END, communication_id, channel, system_id,
         CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), person_id, code, NULL, NULL
  FROM work_found_errors`;

const failed = `
  SELECT 'undelivered', r.family, 'delivery', f.failed_at, CAST(NULL AS TIMESTAMP), f.send, f.communication_id,
         f.channel, f.system_id, CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), f.person_id, f.code, NULL, NULL
  FROM ${withReason}`;

const sources = [
  ['std_error_reports', reported],
  ['work_found_errors', found],
  ['work_failures', failed],
] as const;

/**
 * Creates `work_error_detections(error_class, family, detector, known_at, happened_at, send, communication_id, channel, system_id,
 * key_type, subject_key, person_id, code, handled, handled_at)`: every time somebody, a comparison or the delivery log told
 * of an error. `send` is the place of the message, `code` of what told, `handled` whether the report is closed, empty
 * where reports do not say. Gives their number.
 */
export async function createDetections(store: Query): Promise<number> {
  const counts = sources.map(([table]) => `(SELECT count(*) FROM ${table})`);
  const [one] = await store.all<{ reports: number; found: number; failed: number }>(
    `SELECT min(${counts[0]}) AS reports, min(${counts[1]}) AS found, min(${counts[2]}) AS failed`,
  );
  const numbers = [one!.reports, one!.found, one!.failed];
  const told = sources.filter((_, i) => Number(numbers[i]) > 0).map(([, query]) => query);
  // Columns take their names and types from the first part, so reports stand there even when there are none.
  const parts = told.includes(reported) ? told : [`${reported} AND false`, ...told];
  if (told.length > 0) await store.run(`CREATE TABLE work_error_detections AS ${parts.join(' UNION ALL ')}`);
  return told.length;
}
