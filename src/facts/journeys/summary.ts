import type { CaseOutcome } from '../../model/enums.js';
import type { Query, Row } from '../../store/store.js';
import { type Lasting, survivalMedian } from '../scorecard/survival.js';
import { bucketsOf, quantile } from './times.js';

/** Cases that are alike, and ended, or were last heard of, after as many milliseconds. */
export type Alike = Row & {
  journey: string;
  silo_id: string | null;
  registration: boolean;
  told: boolean;
  outcome: CaseOutcome;
  lasted: number;
  cases: number;
};

const alike = `
  SELECT journey, silo_id, registration, told, outcome, lasted, count(*) AS cases FROM work_cases
  GROUP BY journey, silo_id, registration, told, outcome, lasted
  ORDER BY journey, lasted, outcome, silo_id, registration, told`;

/** All cases, in order of journey and time. */
export async function readCases(store: Query): Promise<Alike[]> {
  const found: Alike[] = [];
  for await (const rows of store.stream<Alike>(alike))
    for (const row of rows)
      found.push({ ...row, lasted: Math.max(0, Number(row.lasted)), cases: Number(row.cases) });
  return found;
}

export const countCases = (cases: readonly Alike[], ...outcomes: readonly CaseOutcome[]): number =>
  cases.reduce((sum, one) => sum + (outcomes.includes(one.outcome) ? one.cases : 0), 0);

/** Milliseconds to success, sorted, one for each case. */
export const successTimes = (cases: readonly Alike[]): number[] =>
  cases
    .filter(({ outcome }) => outcome === 'success')
    .flatMap(({ lasted, cases: n }) => Array.from({ length: n }, () => lasted))
    .sort((a, b) => a - b);

/** Cases by time; all but successes are no longer followed from when they were last heard of. */
export function lastingOf(cases: readonly Alike[]): Lasting[] {
  const times = new Map<number, { ended: number; open: number }>();
  for (const { lasted, outcome, cases: n } of cases) {
    const time = times.get(lasted) ?? { ended: 0, open: 0 };
    time[outcome === 'success' ? 'ended' : 'open'] += n;
    times.set(lasted, time);
  }
  return [...times].map(([ms, counts]) => ({ ms, ...counts })).sort((a, b) => a.ms - b.ms);
}

const seconds = (ms: number | undefined): string | null => (ms === undefined ? null : (ms / 1000).toFixed(4));

/** What `fact_journeys` says of one journey, apart from waits and evidence. */
export function summarise(cases: readonly Alike[]): Row {
  const times = successTimes(cases);
  const survival = survivalMedian(lastingOf(cases));
  return {
    cases: countCases(cases, 'success', 'rejected', 'withdrawn', 'abandoned', 'open'),
    success: countCases(cases, 'success'),
    rejected: countCases(cases, 'rejected'),
    withdrawn: countCases(cases, 'withdrawn'),
    abandoned: countCases(cases, 'abandoned'),
    open: countCases(cases, 'open'),
    min_s: seconds(times[0]),
    q1_s: seconds(quantile(times, 0.25)),
    median_s: seconds(quantile(times, 0.5)),
    p90_s: seconds(quantile(times, 0.9)),
    p95_s: seconds(quantile(times, 0.95)),
    max_s: seconds(times.at(-1)),
    survival_s: survival?.value.toFixed(4) ?? null,
    buckets: bucketsOf(times).join('|'),
  };
}
