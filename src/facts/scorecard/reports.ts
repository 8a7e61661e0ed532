import { toMs } from '../../store/dialect.js';
import { type Query, quoteText, type Row } from '../../store/store.js';
import { addTo } from '../../text/group-by.js';
import { rowCode } from '../evidence.js';
import { type Measured, share, untold } from './measured.js';
import { bySilo, homes, isWhole, type SiloRow, siloOf } from './silos.js';
import { type Lasting, survivalMedian } from './survival.js';

/**
 * Creates `work_reported`: one row per error that was reported. Several reports of one message and class are one error,
 * found by whoever told first and put right when any of them was. An error is its sender's, else that of the system
 * named.
 */
const reported = `
  CREATE TABLE work_reported AS
  WITH senders AS (
    SELECT message_key, min(system_id) AS system_id FROM std_sends
    WHERE message_key IN (SELECT message_key FROM std_error_reports) GROUP BY message_key),
  placed AS (
    SELECT r.*, ${rowCode('r')} AS code, coalesce(r.error_class, c.error_class, '') AS kind
    FROM std_error_reports r LEFT JOIN work_report_classes c ON c.code = ${rowCode('r')}),
  numbered AS (
    SELECT p.*, CASE WHEN message_key IS NULL THEN code END AS lone,
           row_number() OVER (PARTITION BY message_key, kind, CASE WHEN message_key IS NULL THEN code END
                              ORDER BY reported_at, code) AS place
    FROM placed p),
  once AS (
    SELECT message_key, min(system_id) AS stated, min(detected_by) FILTER (WHERE place = 1) AS detected_by,
           min(reported_at) AS reported_at, min(corrected_at) AS corrected_at
    FROM numbered GROUP BY message_key, kind, lone)
  SELECT h.silo_id, o.detected_by, ${toMs('o.reported_at')} AS reported_ms, ${toMs('o.corrected_at')} AS corrected_ms
  FROM once o LEFT JOIN senders s ON s.message_key = o.message_key
  LEFT JOIN ${homes} h ON h.system_id = coalesce(s.system_id, o.stated)`;

type Found = Row & SiloRow & { told: number; by_customer: number };

const found = `
  SELECT ${isWhole} AS whole, silo_id, count(detected_by) AS told,
         count(*) FILTER (WHERE detected_by = 'customer') AS by_customer
  FROM work_reported ${bySilo} ORDER BY whole DESC, silo_id`;

type Lasted = Row & SiloRow & { ms: number; ended: number; open: number };

/** How long errors lasted; corrections before the report and reports after the run's clock say nothing. */
const lasted = (asOf: string): string => `
  WITH times AS (
    SELECT silo_id, corrected_ms IS NOT NULL AS ended,
           coalesce(corrected_ms, epoch_ms(CAST(${quoteText(asOf)} AS TIMESTAMP))) - reported_ms AS ms
    FROM work_reported)
  SELECT ${isWhole} AS whole, silo_id, ms, count(*) FILTER (WHERE ended) AS ended,
         count(*) FILTER (WHERE NOT ended) AS open
  FROM times WHERE ms >= 0 GROUP BY GROUPING SETS ((silo_id, ms), (ms)) ORDER BY whole DESC, silo_id, ms`;

function correctionOf(silo: string | null, lasting: readonly Lasting[]): Measured {
  const ended = lasting.reduce((sum, one) => sum + one.ended, 0);
  const errors = lasting.reduce((sum, one) => sum + one.ended + one.open, 0);
  const measure = 'time_to_correct';
  const counts = { measure, silo, numerator: ended, denominator: errors } as const;
  if (ended === 0) return { ...counts, gap: 'no_corrections' };
  const median = survivalMedian(lasting);
  return { ...counts, median, gap: median === undefined ? 'not_half_corrected' : null };
}

async function measureCorrections(store: Query, asOf: string): Promise<Measured[]> {
  const groups = new Map<string | null, Lasting[]>();
  for await (const rows of store.stream<Lasted>(lasted(asOf)))
    for (const row of rows) {
      const silo = siloOf(row);
      if (silo === undefined) continue;
      const one = { ms: Number(row.ms), ended: Number(row.ended), open: Number(row.open) };
      addTo(groups, silo, one);
    }
  return [...groups].map(([silo, lasting]) => correctionOf(silo, lasting));
}

/** Who finds errors first, and how long it takes to put them right. */
export async function measureReports(store: Query, asOf: string): Promise<Measured[]> {
  const [reports] = await store.all<{ n: number }>('SELECT count(*) AS n FROM std_error_reports');
  if (Number(reports!.n) === 0)
    return [untold('time_to_correct', null, 'no_reports'), untold('found_by_customers', null, 'no_reports')];
  await store.run(reported);
  const shares = (await store.all<Found>(found)).flatMap((row) => {
    const silo = siloOf(row);
    const counts = [Number(row.by_customer), Number(row.told)] as const;
    return silo === undefined ? [] : [share('found_by_customers', silo, counts, 'no_detectors')];
  });
  const times = await measureCorrections(store, asOf);
  await store.run('DROP TABLE work_reported');
  return [...times, ...shares];
}
