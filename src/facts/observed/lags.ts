import type { Arrivals } from './read.js';
import { intervalColumns } from './wilson.js';

export interface Lags {
  readonly arrivals: number;
  readonly medianSeconds: number;
  readonly p90Seconds: number;
  readonly p95Seconds: number;
  readonly maxSeconds: number;
  readonly meanSeconds: number;
  readonly late: number;
  readonly lateAgreed: number;
  readonly between: number;
  readonly examples: readonly number[];
}

/** The seconds within which a share of them arrived. */
function quantile(sorted: readonly Arrivals[], total: number, share: number): number {
  let seen = 0;
  for (const { lag_s, persons } of sorted) {
    seen += persons;
    if (seen >= total * share) return lag_s;
  }
  return 0;
}

/** Sums up how long changes took; `agreed` in seconds. */
export function lagsOf(rows: readonly Arrivals[], agreed: number): Lags {
  const sorted = [...rows].sort((a, b) => a.lag_s - b.lag_s);
  const sum = (of: (row: Arrivals) => number) => sorted.reduce((total, row) => total + of(row), 0);
  const arrivals = sum(({ persons }) => persons);
  return {
    arrivals,
    medianSeconds: quantile(sorted, arrivals, 0.5),
    p90Seconds: quantile(sorted, arrivals, 0.9),
    p95Seconds: quantile(sorted, arrivals, 0.95),
    maxSeconds: sorted.at(-1)?.lag_s ?? 0,
    meanSeconds: Math.round(sum(({ lag_s, persons }) => lag_s * persons) / Math.max(arrivals, 1)),
    late: sum(({ late }) => late),
    lateAgreed: sum(({ lag_s, persons }) => (lag_s > agreed ? persons : 0)),
    between: sum(({ between }) => between),
    examples: sorted.slice(-3).map(({ example }) => example),
  };
}

/** The share of late arrivals as columns. */
export function lateColumns(late: number, arrivals: number) {
  const { share_low, share_high } = intervalColumns(late, arrivals);
  return { late_low: share_low, late_high: share_high };
}
