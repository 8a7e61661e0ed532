/** Quantile of sorted numbers by linear interpolation on (n − 1)p, R's type 7; undefined without numbers. */
export function quantile(sorted: readonly number[], p: number): number | undefined {
  const at = (sorted.length - 1) * p;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (below === undefined || above === undefined) return undefined;
  return below + (above - below) * (at - Math.floor(at));
}

/** A minute, five minutes, an hour, a day, a week, 4 and 12 weeks, in milliseconds. */
const limits = [60, 300, 3_600, 86_400, 604_800, 2_419_200, 7_257_600].map((seconds) => seconds * 1000);

/** How many took up to each limit and longer than the one before; the last took longer than all. */
export function bucketsOf(times: readonly number[]): number[] {
  const counts = Array.from({ length: limits.length + 1 }, () => 0);
  for (const time of times) {
    const at = limits.findIndex((limit) => time <= limit);
    counts[at < 0 ? limits.length : at]! += 1;
  }
  return counts;
}

/** Quantile of the normal distribution for an interval of 95 %. */
const z = 1.959964;

/**
 * Ranks, from 0, between which the median of as many cases lies with at least 95 %: exact binomial tails up to a thousand,
 * then the normal approximation, rounded outwards. Undefined below six cases, where no ranks are that far apart.
 */
export function medianRanks(cases: number): readonly [number, number] | undefined {
  if (cases < 6) return undefined;
  const low = cases > 1000 ? Math.floor((cases - z * Math.sqrt(cases)) / 2) : exactRank(cases);
  return [Math.max(0, low - 1), Math.min(cases - 1, cases - low)];
}

/** The greatest r such that fewer than r of `cases` coins show heads with at most 2.5 %. */
function exactRank(cases: number): number {
  let [term, sum, rank] = [0.5 ** cases, 0, 0];
  while (sum + term <= 0.025) {
    sum += term;
    term *= (cases - rank) / (rank + 1);
    rank += 1;
  }
  return rank;
}
