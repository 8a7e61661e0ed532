import { toMs } from '../../store/dialect.js';
import type { Query, Row } from '../../store/store.js';
import { withReason } from '../delivery/failures.js';
import { parseCodes, readFiles, renderEvidence, rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import { writeFact } from '../write-fact.js';

const day = 86_400_000;

/** Addresses that failed for good: the address is dead, and no code calls it temporary. */
const dead = `
  CREATE TABLE work_dead AS
  SELECT f.channel, f.point, f.system_id, ${toMs('f.failed_at')} AS failed_ms
  FROM ${withReason}
  WHERE r.family = 'address' AND f.point IS NOT NULL
    AND NOT starts_with(f.enhanced_code, '4') AND NOT starts_with(f.reply_code, '4')`;

/** What went to these addresses after their first failure, and whether it arrived. */
const sent = `
  CREATE TABLE work_dead_sends AS
  WITH addresses AS (SELECT channel, point, min(failed_ms) AS since FROM work_dead GROUP BY channel, point)
  SELECT s.system_id, s.key_type, s.subject_key, s.channel, a.point, ${toMs('s.sent_at')} AS at_ms, s.unit_cost,
         CASE WHEN NOT m.failed THEN ${toMs('m.delivered_at')} END AS delivered_ms, ${rowCode('s')} AS code
  FROM std_sends s
  JOIN addresses a ON a.channel = s.channel AND a.point = lower(s.contact_point) AND ${toMs('s.sent_at')} > a.since
  LEFT JOIN work_message_ends m ON m.message_key = s.message_key`;

/** A failure is known a day later: lists of returns travel by night. What was delivered since makes an address alive. */
const repeated = `
  CREATE TABLE work_dead_repeats AS
  WITH steps AS (
    SELECT channel, point, system_id, failed_ms + ${day} AS at_ms, 0 AS kind, failed_ms, NULL AS delivered_ms, NULL AS code
    FROM work_dead
    UNION ALL
    SELECT channel, point, system_id, delivered_ms, 1, NULL, delivered_ms, NULL
    FROM work_dead_sends WHERE delivered_ms IS NOT NULL
    UNION ALL
    SELECT channel, point, system_id, at_ms, 2, NULL, NULL, code FROM work_dead_sends),
  known AS (
    SELECT channel, point, system_id, at_ms, kind, code, max(failed_ms) OVER every AS failed_ms,
           max(delivered_ms) OVER every AS delivered_ms, min(failed_ms) OVER every AS first_ms,
           max(failed_ms) OVER own AS own_ms
    FROM steps
    WINDOW every AS (PARTITION BY channel, point ORDER BY at_ms, kind, code ROWS UNBOUNDED PRECEDING),
           own AS (PARTITION BY channel, point, system_id ORDER BY at_ms, kind, code ROWS UNBOUNDED PRECEDING))
  SELECT w.person_id, s.system_id, s.channel, s.point, s.unit_cost, s.code, k.own_ms IS NOT NULL AS own,
         (s.at_ms - k.first_ms) // ${day} AS days
  FROM known k JOIN work_dead_sends s ON s.code = k.code ${joinPerson('s')}
  WHERE k.kind = 2 AND s.delivered_ms IS NULL AND k.failed_ms IS NOT NULL
    AND coalesce(k.delivered_ms, 0) <= k.failed_ms`;

type Found = Record<string, string | number | null> & { codes: string };

/** Creates `fact_dead_addresses` and `work_dead_repeats`; needs `work_failures` and `work_message_ends`. */
export async function computeDeadAddresses(store: Query): Promise<void> {
  const files = await readFiles(store);
  await store.run(`${dead}; ${sent}; ${repeated}; DROP TABLE work_dead; DROP TABLE work_dead_sends`);
  const rows = await store.all<Found>(`
    SELECT system_id, channel, count(DISTINCT person_id) AS persons, count(*) AS messages,
           count(*) FILTER (WHERE own) AS own, count(DISTINCT point) AS addresses, max(days) AS days_max,
           sum(unit_cost) AS cost, min(code, 10) AS codes
    FROM work_dead_repeats GROUP BY system_id, channel ORDER BY system_id, channel`);
  await writeFact(
    store,
    'fact_dead_addresses',
    rows.map(({ codes, ...row }): Row => ({ ...row, evidence: renderEvidence(parseCodes(codes), files) })),
  );
}
