import { type Columns, sumCells } from './cells.js';
import type { Measure } from './measure.js';
import { Scan } from './scan.js';
import { type Slice, sliceAll } from './slices.js';
import type { Found, LeafTable, Settings } from './types.js';

/** Amounts by leaf beside what was forecast for them: volumes, durations, sums. */
export interface AmountTable extends Omit<LeafTable, 'now' | 'before'> {
  readonly amounts: Float64Array;
  readonly forecasts: Float64Array;
}

/** A pattern with its amount and forecast. */
export interface AmountPattern extends Found {
  readonly amount: number;
  readonly forecast: number;
}

export interface AmountLocalisation {
  /** The heaviest first. */
  readonly patterns: readonly AmountPattern[];
  /** 1 where amounts fall short of the forecast, −1 where they exceed it. */
  readonly direction: 1 | -1;
  /** Deviation of leaves that nothing is wrong with. */
  readonly scale: number;
  readonly deviations: Float64Array;
  readonly slices: readonly Slice[];
}

export const usualAmountSettings: Settings = { layers: 3, leastErrors: 1, leastGain: 5 };

/** Standard deviation of a normal variable to its median absolute deviation. */
const toDeviation = 1.4826;
/** No forecast is better than this. */
const leastScale = 1e-3;
/** So many deviations out a leaf is no ordinary one. */
const out = 2;
/** A pattern must beat the best one in the other direction, where there is nothing but chance, by so much. */
const margin = 1.05;

/** 2(f − v) / (f + v), between −2 and 2: the same for a fall as for the rise that undoes it. */
const deviation = (amount: number, forecast: number): number => {
  const both = Math.abs(amount) + Math.abs(forecast);
  return both === 0 ? 0 : (2 * (forecast - amount)) / both;
};

/** Spread of deviations by their median, which causes in fewer than half of the leaves hardly move. */
function scaleOf(deviations: Float64Array): number {
  const sizes = deviations
    .filter((x) => x !== 0)
    .map(Math.abs)
    .sort();
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return Math.max(leastScale, toDeviation * middle);
}

/** The direction of the heavier tail. */
function directionOf(deviations: Float64Array, scale: number): 1 | -1 {
  let balance = 0;
  for (const x of deviations) if (Math.abs(x) > out * scale) balance += Math.sign(x) * x * x;
  return balance >= 0 ? 1 : -1;
}

/**
 * ln of how much likelier deviations are around a mean of their own than around none. A cause takes away the same share
 * everywhere, so they scatter no more than usual; where a pattern is too wide they do, and the mean falls off.
 */
const likelihood = (count: number, sum: number, scale: number): number =>
  (sum * sum) / (2 * count * scale * scale);

/** The best there is in one direction, by layer. */
function bestByLayer(sums: ReadonlyMap<Slice, Columns>, direction: 1 | -1, scale: number): number[] {
  const best: number[] = [];
  for (const [{ attributes, leafOf }, [counts, xs]] of sums)
    for (let cell = 0; cell < leafOf.length; cell += 1)
      if (direction * xs![cell]! > 0) {
        const found = likelihood(counts![cell]!, xs![cell]!, scale);
        best[attributes.length] = Math.max(best[attributes.length] ?? 0, found);
      }
  return best;
}

/** Deviations in one direction; patterns in the other, where nothing is sought, say what chance can do. */
const tooFarOut = (
  columns: Columns,
  direction: 1 | -1,
  scale: number,
  chance: readonly number[],
): Measure => ({
  columns,
  evidence([counts, xs], cell, _, layer) {
    const count = counts![cell]!;
    if (count < 1 || direction * xs![cell]! <= 0) return Number.NEGATIVE_INFINITY;
    const found = likelihood(count, xs![cell]!, scale);
    return found > margin * (chance[layer] ?? 0) ? found : Number.NEGATIVE_INFINITY;
  },
  atMost: () => Number.POSITIVE_INFINITY,
  divides: false,
  // A wider pattern hardly loses what is far out: any leaf that is not tells against it.
  parsimony: () => 1,
});

/** Names the smallest set of attribute combinations whose amounts are off their forecast, all in one direction. */
export function localiseAmounts(table: AmountTable, settings = usualAmountSettings): AmountLocalisation {
  const { amounts, forecasts } = table;
  const deviations = amounts.map((amount, i) => deviation(amount, forecasts[i]!));
  const scale = scaleOf(deviations);
  const direction = directionOf(deviations, scale);
  const isOut = deviations.map((x) => (Math.abs(x) > out * scale ? 1 : 0));
  const counted: LeafTable = { ...table, now: { totals: forecasts, errors: isOut } };
  const slices = sliceAll(counted, settings.layers, settings.leastErrors);
  const columns = [deviations.map(() => 1), deviations];
  const sums = sumCells(columns, slices);
  const opposite = direction === 1 ? -1 : 1;
  const measure = tooFarOut(columns, direction, scale, bestByLayer(sums, opposite, scale));
  const sumOf = (values: Float64Array, leaves: readonly number[]) =>
    leaves.reduce((sum, leaf) => sum + values[leaf]!, 0);
  const patterns = new Scan(counted, measure, sums, settings).run().map((found) => ({
    ...found,
    amount: sumOf(amounts, found.leaves),
    forecast: sumOf(forecasts, found.leaves),
  }));
  return { patterns, direction, scale, deviations, slices };
}
