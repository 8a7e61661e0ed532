import { sumCells } from './cells.js';
import { dispersionOf } from './dispersion.js';
import { learn } from './expected.js';
import { tooManyErrors } from './measure.js';
import { Scan } from './scan.js';
import { type Slice, sliceAll } from './slices.js';
import type { Condition, Found, LeafTable, Pattern, Settings } from './types.js';

export interface Localisation {
  /** The heaviest first. */
  readonly patterns: readonly Pattern[];
  /** Errors to be expected by leaf without these causes. */
  readonly expected: Float64Array;
  readonly slices: readonly Slice[];
}

/** By itself chance reaches the gain in fewer than one table of a hundred. */
export const usualSettings: Settings = { layers: 3, leastErrors: 2, leastGain: 5 };

/** What is expected is learnt anew outside the causes found; more rounds change nothing, nor does one that learns from the same. */
const rounds = 3;
/** Without a past, rows this many times worse than the rest are no trait of anything, and nothing is learnt from them. */
const gross = 4;

const includes = (conditions: readonly Condition[], { attribute, value }: Condition): boolean =>
  conditions.some((other) => other.attribute === attribute && other.value === value);

/** Patterns without those that a later, wider one takes in. */
const withoutParts = (patterns: readonly Found[]): Found[] =>
  patterns.filter(
    ({ conditions }, i) =>
      !patterns
        .slice(i + 1)
        .some((later) => later.conditions.every((condition) => includes(conditions, condition))),
  );

const leavesOut = (size: number, patterns: readonly Pattern[]): Uint8Array => {
  const isOut = new Uint8Array(size);
  for (const { leaves } of patterns) for (const leaf of leaves) isOut[leaf] = 1;
  return isOut;
};

/** A pattern with what is counted in its leaves. */
function countIn({ now }: LeafTable, expected: Float64Array, found: Found): Pattern {
  const sumOf = (values: Float64Array) => found.leaves.reduce((total, leaf) => total + values[leaf]!, 0);
  return { ...found, totals: sumOf(now.totals), errors: sumOf(now.errors), expected: sumOf(expected) };
}

/**
 * Names the smallest set of attribute combinations that explains errors: a penalised likelihood-ratio scan. Sources:
 * Kulldorff's scan statistic, Neill's expectation-based subset scan; penalties by minimum description length.
 */
export function localise(table: LeafTable, settings: Settings = usualSettings): Localisation {
  const { now } = table;
  const size = now.errors.length;
  const slices = sliceAll(table, settings.layers, settings.leastErrors);
  const counts = sumCells([now.totals, now.errors], slices);
  const expect = learn(table);
  let isOut: Uint8Array = new Uint8Array(size);
  let patterns: Pattern[] = [];
  let expected: Float64Array = new Float64Array(size);
  for (let round = 0; round < rounds; round += 1) {
    const isFirst = round === 0;
    expected = expect(isOut, isFirst);
    const dispersion = dispersionOf(now, expected, isOut);
    const measure = tooManyErrors(now, expected, dispersion, settings.leastErrors);
    const found = new Scan(table, measure, counts, settings).run();
    patterns = withoutParts(found).map((one) => countIn(table, expected, one));
    if (isFirst && !table.before)
      patterns = patterns.filter((pattern) => pattern.errors > gross * pattern.expected);
    const outside = leavesOut(size, patterns);
    const isLearntAnew = isFirst && !table.before;
    if (!isLearntAnew && outside.every((out, leaf) => out === isOut[leaf])) break;
    isOut = outside;
  }
  return { patterns, expected, slices };
}
