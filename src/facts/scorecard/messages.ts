import type { Gap } from '../../model/facts/measures.js';
import type { Query, Row } from '../../store/store.js';
import { rowOf, sourceOf } from '../evidence.js';
import { type Measured, share, untold } from './measured.js';
import { bySilo, homes, isWhole, type SiloRow, siloOf } from './silos.js';

/** What makes a message say the wrong thing, or say it to the wrong person. */
const misleading = [
  'wrong_recipient',
  'other_customer_data',
  'wrong_amount',
  'wrong_content',
  'missing_mandatory',
  'wrong_language',
  'contradicts_channel',
  'broken_link',
  'wrong_name',
  'unreadable',
];

type Sent = Row & SiloRow & { messages: number; ended: number; delivered: number };

/** Messages, and of systems and channels whose logs tell of arrivals at all those that came to an end. */
const sent = `
  WITH told AS (
    SELECT system_id, channel, sum(messages) AS messages,
           CASE WHEN sum(delivered) > 0 THEN sum(delivered) + sum(failed) ELSE 0 END AS ended,
           sum(delivered) AS delivered
    FROM work_sent GROUP BY system_id, channel)
  SELECT ${isWhole} AS whole, silo_id, CAST(coalesce(sum(messages), 0) AS BIGINT) AS messages,
         CAST(coalesce(sum(ended), 0) AS BIGINT) AS ended, CAST(coalesce(sum(delivered), 0) AS BIGINT) AS delivered
  FROM told t LEFT JOIN ${homes} h ON h.system_id = t.system_id ${bySilo} ORDER BY whole DESC, silo_id`;

type Wrong = Row & SiloRow & { misled: number; spoiled: number };

const list = misleading.map((name) => `('${name}')`).join(', ');

/**
 * Messages with an error, each once: those that mislead, and those that arrived all the same. An error of which nobody
 * knows the message counts as one message that arrived.
 */
const wrong = `
  WITH classes AS (SELECT * FROM (VALUES ${list}) c (error_class)),
  errors AS (
    SELECT d.send, CASE WHEN d.send IS NULL THEN d.code END AS place, min(d.system_id) AS stated,
           count(c.error_class) > 0 AS misleads
    FROM work_error_detections d LEFT JOIN classes c ON c.error_class = d.error_class
    WHERE d.error_class <> 'undelivered' GROUP BY 1, 2),
  placed AS (SELECT *, ${sourceOf('send')} AS source, ${rowOf('send')} AS "row" FROM errors),
  located AS (
    SELECT coalesce(s.system_id, e.stated) AS system_id, e.misleads,
           e.send IS NULL OR (m.delivered_at IS NOT NULL AND NOT m.failed) AS arrived
    FROM placed e LEFT JOIN std_sends s ON s._source = e.source AND s._row = e."row"
    LEFT JOIN work_message_ends m ON m.message_key = s.message_key)
  SELECT ${isWhole} AS whole, silo_id, count(*) FILTER (WHERE misleads) AS misled,
         count(*) FILTER (WHERE arrived) AS spoiled
  FROM located l LEFT JOIN ${homes} h ON h.system_id = l.system_id ${bySilo} ORDER BY whole DESC, silo_id`;

type Looked = Row & { reports: number; found: number; said: number };

/** Whether anybody looked for errors; `work_error_detections` is there when anything was reported, found or failed. */
const looked = `
  SELECT count(*) AS found, (SELECT count(*) FROM std_error_reports) AS reports,
         (SELECT count(*) FROM std_message_values) AS said
  FROM work_found_errors`;

function measuresOf(row: Sent, errors: Wrong | undefined, isChecked: boolean): Measured[] {
  const silo = siloOf(row);
  if (silo === undefined) return [];
  const [messages, ended, delivered] = [Number(row.messages), Number(row.ended), Number(row.delivered)];
  const delivery = share('delivery_rate', silo, [delivered, ended], messages === 0 ? 'no_sends' : 'no_ends');
  if (!isChecked)
    return [
      delivery,
      untold('success_rate', silo, 'no_checks'),
      untold('message_accuracy', silo, 'no_checks'),
    ];
  const [misled, spoiled] = [Number(errors?.misled ?? 0), Number(errors?.spoiled ?? 0)];
  const gap: Gap = messages === 0 ? 'no_sends' : 'no_ends';
  return [
    delivery,
    share('success_rate', silo, [Math.max(0, delivered - spoiled), ended], gap),
    share('message_accuracy', silo, [Math.max(0, messages - misled), messages], 'no_sends'),
  ];
}

/** How many messages arrive, are right, and are both. */
export async function measureMessages(store: Query): Promise<Measured[]> {
  const rows = await store.all<Sent>(sent);
  const [has] = await store.all<Looked>(looked);
  const isTold = Number(has!.reports) + Number(has!.found) > 0;
  const errors = isTold ? await store.all<Wrong>(wrong) : [];
  const isChecked = Number(has!.reports) + Number(has!.said) > 0;
  return rows.flatMap((row) =>
    measuresOf(
      row,
      errors.find(({ whole, silo_id }) => whole === row.whole && silo_id === row.silo_id),
      isChecked,
    ),
  );
}
