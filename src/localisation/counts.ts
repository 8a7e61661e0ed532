import type { Counts, LeafTable } from './types.js';

/** Errors to be expected of a value from which something can be learnt about it. */
const enough = 5;

export const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** Counts with nothing in the leaves that are out. */
export function without(counts: Counts, isOut: Uint8Array): Counts {
  const keep = (values: Float64Array) => values.map((value, i) => (isOut[i] === 1 ? 0 : value));
  return { totals: keep(counts.totals), errors: keep(counts.errors) };
}

/** Errors by value of one attribute: seen, and due at the rates of the leaves. */
export interface ByValue {
  readonly seen: Float64Array;
  readonly due: Float64Array;
}

export function countByValue(
  { codes, values }: LeafTable,
  attribute: number,
  { totals, errors }: Counts,
  rates: Float64Array,
): ByValue {
  const code = codes[attribute]!;
  const seen = new Float64Array(values[attribute]!.length);
  const due = new Float64Array(seen.length);
  for (let i = 0; i < code.length; i += 1) {
    seen[code[i]!]! += errors[i]!;
    due[code[i]!]! += totals[i]! * rates[i]!;
  }
  return { seen, due };
}

/** Values with so many errors due that something can be learnt. */
export const knownValues = (due: Float64Array): number[] =>
  [...due.keys()].filter((value) => due[value]! >= enough);

export const isKnown = (due: number): boolean => due >= enough;

/** Half of the values are below it; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** A median so much below the others is another level, not chance. */
const apart = 0.85;

/** Of two values one may be the cause: then the lower one tells. */
function usualOf(ratios: readonly number[]): number {
  const [middle, least] = [median(ratios), Math.min(...ratios)];
  return ratios.length === 2 && least < apart * middle ? least : middle;
}

/**
 * By how much all rates are too low: the median over values of errors seen to errors due, by attribute, and of these
 * the median; or the least when it is clearly apart. A cause raises the values of all attributes but its own, most of
 * which it leaves alone.
 */
export function levelOf(table: LeafTable, counts: Counts, rates: Float64Array): number {
  const medians = table.codes.flatMap((_, attribute) => {
    const { seen, due } = countByValue(table, attribute, counts, rates);
    const known = knownValues(due);
    return known.length < 2 ? [] : [usualOf(known.map((v) => (seen[v]! + 0.5) / (due[v]! + 0.5)))];
  });
  if (medians.length === 0) return 1;
  const [least, usual] = [Math.min(...medians), median(medians)];
  return least < apart * usual ? least : usual;
}
