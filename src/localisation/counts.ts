import type { Counts, LeafTable } from './types.js';

/** Errors to be expected of a value from which something can be learnt about it. */
const enough = 5;

export const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** Counts with nothing in the leaves that are out. */
export function without(counts: Counts, isOut: Uint8Array): Counts {
  const keep = (values: Float64Array) => values.map((value, i) => (isOut[i] === 1 ? 0 : value));
  return { totals: keep(counts.totals), errors: keep(counts.errors) };
}

/** Adds up values of leaves by code, in place. Loops as short as this one are compiled at once, where they stand in long functions late. */
function addBy(sums: Float64Array, code: Int32Array, values: Float64Array): void {
  for (let i = 0; i < code.length; i += 1) sums[code[i]!]! += values[i]!;
}

/** The same for products. */
function addProductsBy(sums: Float64Array, code: Int32Array, a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < code.length; i += 1) sums[code[i]!]! += a[i]! * b[i]!;
}

/** Errors by value of each attribute. */
export class Tally {
  private readonly seenBy: readonly Float64Array[];

  constructor(
    private readonly table: LeafTable,
    private readonly counts: Counts,
  ) {
    this.seenBy = table.codes.map((code, attribute) => {
      const seen = this.zeroes(attribute);
      addBy(seen, code, counts.errors);
      return seen;
    });
  }

  /** Errors counted. */
  seen(attribute: number): Float64Array {
    return this.seenBy[attribute]!;
  }

  /** Errors to be expected at these rates by leaf. */
  due(attribute: number, rates: Float64Array): Float64Array {
    const due = this.zeroes(attribute);
    addProductsBy(due, this.table.codes[attribute]!, this.counts.totals, rates);
    return due;
  }

  private zeroes(attribute: number): Float64Array {
    return new Float64Array(this.table.values[attribute]!.length);
  }
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
export function levelOf({ codes }: LeafTable, tally: Tally, rates: Float64Array): number {
  const medians = codes.flatMap((_, attribute) => {
    const [seen, due] = [tally.seen(attribute), tally.due(attribute, rates)];
    const known = knownValues(due);
    return known.length < 2 ? [] : [usualOf(known.map((v) => (seen[v]! + 0.5) / (due[v]! + 0.5)))];
  });
  if (medians.length === 0) return 1;
  const [least, usual] = [Math.min(...medians), median(medians)];
  return least < apart * usual ? least : usual;
}
