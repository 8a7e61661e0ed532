import type { Coverage } from '../model/report.js';
import { type Query, quoteText } from '../store/store.js';

const recordTables = [
  'customers',
  'preferences',
  'sends',
  'delivery_events',
  'master_values',
  'error_reports',
  'journey_events',
];

const counts = `
  SELECT (SELECT count(DISTINCT system_id) FROM std_systems) AS systems_known,
         (SELECT count(DISTINCT person_id) FROM work_presence) AS persons,
         (SELECT count(*) FROM (SELECT person_id FROM work_presence GROUP BY person_id HAVING count(*) > 1) p)
           AS persons_in_two_or_more,
         (SELECT count(*) FROM work_persons) AS records,
         (SELECT count(*) FROM (SELECT person_id FROM work_persons GROUP BY person_id
            HAVING count(DISTINCT system_id) = 1) p) AS records_unlinked,
         (SELECT CAST(coalesce(sum(undone), 0) AS BIGINT) FROM work_sent) AS messages_undone,
         (SELECT CAST(coalesce(sum(rows_in), 0) AS BIGINT) FROM std_sources) AS rows_in,
         (SELECT CAST(coalesce(sum(rows_used), 0) AS BIGINT) FROM std_sources) AS rows_used,
         (SELECT CAST(coalesce(sum(rows_set_aside), 0) AS BIGINT) FROM std_sources) AS rows_set_aside`;

/** Fillers and typing errors say nothing of when the records were made. */
const plausible = (asOf: string): string =>
  `t >= TIMESTAMP '1971-01-01' AND t < CAST(${quoteText(asOf)} AS TIMESTAMP) + INTERVAL 1 DAY`;

const period = (asOf: string): string => `
  SELECT min(t) AS period_from, max(t) AS period_to FROM (
    SELECT sent_at AS t FROM std_sends UNION ALL SELECT "time" FROM std_delivery_events
    UNION ALL SELECT coalesce(valid_from, recorded_at) FROM std_preferences
    UNION ALL SELECT reported_at FROM std_error_reports) r
  WHERE ${plausible(asOf)}`;

const silent = `
  SELECT DISTINCT system_id FROM std_systems WHERE system_id NOT IN (
    ${recordTables.map((table) => `SELECT system_id FROM std_${table} WHERE system_id IS NOT NULL`).join(' UNION ')})
  ORDER BY system_id`;

type Counts = Pick<
  Coverage,
  | 'systems_known'
  | 'persons'
  | 'persons_in_two_or_more'
  | 'records'
  | 'records_unlinked'
  | 'rows_in'
  | 'rows_used'
  | 'rows_set_aside'
> & { readonly messages_undone: number };
type Period = Pick<Coverage, 'period_from' | 'period_to'>;

/** How much of the ecosystem the audit has seen; `rules_evaluated` and `not_evaluated` are the rules' to add. */
export async function readCoverage(
  store: Query,
  asOf: string,
): Promise<Omit<Coverage, 'rules_evaluated' | 'not_evaluated'>> {
  const [numbers] = await store.all<Counts>(counts);
  const [times] = await store.all<Period>(period(asOf));
  const without = (await store.all<{ system_id: string }>(silent)).map((row) => row.system_id);
  return {
    ...numbers!,
    systems_with_data: numbers!.systems_known - without.length,
    systems_without_data: without,
    ...times!,
  };
}
