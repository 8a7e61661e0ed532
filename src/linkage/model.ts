import { type Field, personalIn } from './fields.js';
import type { Pattern } from './pairs.js';

/** Shares of levels by field and level; index 0 (unknown) is unused. */
export type Shares = readonly (readonly number[])[];

/** What the probability of a pair follows from. */
export interface Parameters {
  /** Among pairs of one person. */
  readonly m: Shares;
  /** Among other pairs. */
  readonly u: Shares;
  /** The same where a field that settles this one is equal. */
  readonly settled: Shares;
  /** Share of pairs of one person of all pairs. */
  readonly lambda: number;
}

export const isSettled = ({ settledBy }: Field, levels: Uint8Array): boolean =>
  settledBy.some((other) => levels[other] === 1);

/** Evidence of a pattern that its pairs are one person, bits, by field; nothing where a side is unknown. */
export type Evidence = (levels: Uint8Array, field: number) => number;

export function evidenceOf(fields: readonly Field[], { m, u, settled }: Parameters): Evidence {
  const bits = (others: Shares): number[][] =>
    m.map((shares, f) =>
      shares.map((share, level) => (level === 0 ? 0 : Math.log2(share / others[f]![level]!))),
    );
  const [free, bound] = [bits(u), bits(settled)];
  return (levels, f) => (isSettled(fields[f]!, levels) ? bound : free)[f]![levels[f]!]!;
}

export const priorOf = ({ lambda }: Parameters): number => Math.log2(lambda / (1 - lambda));

export const probabilityOf = (bits: number): number => 1 / (1 + 2 ** -bits);

/** Bits against a pair of which nothing personal agrees: what people of one home share would outweigh it otherwise. */
const againstHomes = { agrees: 0, unknown: -6, differs: -12 };

export const homeEvidence = (fields: readonly Field[], levels: Uint8Array): number =>
  againstHomes[personalIn(fields, levels)];

/** Sum of evidence and prior of a pattern, bits. */
export function weightsOf(fields: readonly Field[], parameters: Parameters): (levels: Uint8Array) => number {
  const evidence = evidenceOf(fields, parameters);
  const prior = priorOf(parameters);
  return (levels) => {
    let sum = prior + homeEvidence(fields, levels);
    for (let f = 0; f < fields.length; f += 1) sum += evidence(levels, f);
    return sum;
  };
}

/** Counts of levels by field, each pattern as often as `share` says. */
export function countLevels(
  fields: readonly Field[],
  patterns: readonly Pattern[],
  share: (levels: Uint8Array) => number,
): number[][] {
  const counts = fields.map(({ levels }) => new Array<number>(levels.length + 1).fill(0));
  for (const { levels, count } of patterns) {
    const weight = count * share(levels);
    if (weight === 0) continue;
    for (let f = 0; f < fields.length; f += 1) counts[f]![levels[f]!]! += weight;
  }
  return counts;
}

/** Shares of counts with `strength` counts more that are distributed as `before`. */
export const sharesOf = (
  counts: readonly (readonly number[])[],
  before: Shares,
  strength: number,
): number[][] =>
  counts.map((levels, f) => {
    const known = levels.slice(1).reduce((sum, n) => sum + n, 0);
    return levels.map((n, level) =>
      level === 0 ? 0 : Math.max(1e-7, (n + strength * before[f]![level]!) / (known + strength)),
    );
  });
