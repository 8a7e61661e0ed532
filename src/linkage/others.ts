import type { Field } from './fields.js';
import { countLevels, isSettled, type Shares, sharesOf } from './model.js';
import type { Equal, Pattern } from './pairs.js';

const even = (fields: readonly Field[]): number[][] =>
  fields.map(({ levels }) => [0, ...levels.map(() => 1 / levels.length)]);

/** Puts the share of equal values in, which is counted and not drawn, and scales the rest. */
const withEqual = (shares: Shares, equal: readonly number[]): number[][] =>
  shares.map((levels, f) => {
    const share = Math.min(0.99, equal[f]!);
    const rest = (1 - share) / (1 - levels[1]!);
    return levels.map((value, level) => (level === 0 ? 0 : level === 1 ? share : value * rest));
  });

export interface Others {
  readonly u: Shares;
  readonly settled: Shares;
}

/**
 * How pairs of two persons agree: `random` pairs less those that are one person after all (`share` is the probability
 * that they are not), and of equal values all pairs there are less `matched`, the pairs of one person.
 */
export function othersOf(
  fields: readonly Field[],
  random: readonly Pattern[],
  equal: readonly Equal[],
  told: {
    readonly records: number;
    readonly matched: readonly number[];
    readonly share: (levels: Uint8Array) => number;
  },
): Others {
  const drawn = sharesOf(countLevels(fields, random, told.share), even(fields), 0.5);
  const exact = equal.map(({ equal, known }, f) =>
    Math.max(known === 0 ? 0 : (equal - told.matched[f]!) / known, 0.1 / told.records),
  );
  const u = withEqual(drawn, exact);
  const bound = fields.map((field, f) => {
    const within = random.filter(({ levels }) => isSettled(field, levels));
    return countLevels(fields, within, told.share)[f]!;
  });
  return { u, settled: sharesOf(bound, u, 2) };
}
