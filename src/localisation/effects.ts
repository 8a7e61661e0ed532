import { isKnown, knownValues, levelOf, median, sum, Tally, without } from './counts.js';
import type { Counts, LeafTable } from './types.js';

/** Errors added to both sides of a ratio, so that few of them move it little. */
const pseudo = 3;
const rounds = 5;
const highestRate = 0.999;
/** Least half-width of what counts as usual for the values of an attribute, as a logarithm. */
const leastReach = 0.3;
/** Half-width in standard deviations. */
const deviations = 2.5;
/** Standard deviation of a normal variable to its median absolute deviation. */
const toDeviation = 1.4826;

/** Share of a value that must be outside when little is known of it. */
const mostly = 0.25;

type Refine = (attribute: number, factors: Float64Array) => void;

/** Changes the rates of leaves by what their value of one attribute says. */
function rescale(rates: Float64Array, codes: Int32Array, change: Float64Array): void {
  for (let i = 0; i < codes.length; i += 1) rates[i] = Math.min(highestRate, rates[i]! * change[codes[i]!]!);
}

/** Rates as a product of one factor a value; `refine` moves an attribute's factors, attribute by attribute. */
function scale(table: LeafTable, rates: Float64Array, refine: Refine, each?: () => void): void {
  const factors = table.values.map((values) => new Float64Array(values.length).fill(1));
  for (let round = 0; round < rounds; round += 1) {
    each?.();
    for (const [attribute, codes] of table.codes.entries()) {
      const factor = factors[attribute]!;
      const before = factor.slice();
      refine(attribute, factor);
      const change = factor.map((now, value) => now / before[value]!);
      rescale(rates, codes, change);
    }
  }
}

const correction = (seen: number, due: number): number => (seen + pseudo) / (due + pseudo);

const flatRates = ({ totals, errors }: Counts): Float64Array =>
  new Float64Array(totals.length).fill((sum(errors) + 0.5) / (sum(totals) + 1));

/** Rates by leaf that give each value of each attribute the errors it had: iterative proportional scaling. */
export function fitEffects(table: LeafTable, counts: Counts): Float64Array {
  const rates = flatRates(counts);
  const tally = new Tally(table, counts);
  scale(table, rates, (attribute, factors) => {
    const [seen, due] = [tally.seen(attribute), tally.due(attribute, rates)];
    for (let v = 0; v < factors.length; v += 1) factors[v]! *= correction(seen[v]!, due[v]!);
  });
  return rates;
}

/**
 * Draws in factors that are far out. Values of an attribute differ; one that differs more than they do, robustly
 * measured, is no trait but an event.
 */
function drawIn(factors: Float64Array, due: Float64Array): void {
  const logs = knownValues(due).map((v) => Math.log(factors[v]!));
  const isEnough = logs.length > 1;
  const centre = isEnough ? median(logs) : 0;
  const spread = isEnough ? toDeviation * median(logs.map((x) => Math.abs(x - centre))) : 0;
  const reach = Math.max(leastReach, deviations * spread);
  for (let v = 0; v < factors.length; v += 1) {
    const most = isKnown(due[v]!) ? reach : leastReach;
    factors[v] = Math.exp(Math.min(most, Math.max(-most, Math.log(factors[v]!) - centre)));
  }
}

/** Corrections by value from the leaves outside, or from all where too little of a value is outside to learn from. */
function correctionsBy(attribute: number, rates: Float64Array, outside: Tally, everywhere: Tally) {
  const due = outside.due(attribute, rates);
  const all = due.every(isKnown) ? due : everywhere.due(attribute, rates);
  const corrections = due.map((some, v) =>
    isKnown(some) || some >= mostly * all[v]!
      ? correction(outside.seen(attribute)[v]!, some)
      : correction(everywhere.seen(attribute)[v]!, all[v]!),
  );
  return { due, corrections };
}

/**
 * Rates by leaf when only one period is known: usual traits of values, at the level of the least troubled attribute.
 * Traits are learnt outside the leaves that are out, where enough is left of a value.
 */
export function fitTraits(table: LeafTable, isOut: Uint8Array): Float64Array {
  const rest = without(table.now, isOut);
  const rates = flatRates(rest);
  const [outside, everywhere] = [new Tally(table, rest), new Tally(table, table.now)];
  const level = () => {
    const least = levelOf(table, outside, rates);
    for (let i = 0; i < rates.length; i += 1) rates[i]! *= least;
  };
  const refine: Refine = (attribute, factors) => {
    const { due, corrections } = correctionsBy(attribute, rates, outside, everywhere);
    for (let v = 0; v < factors.length; v += 1) factors[v]! *= corrections[v]!;
    drawIn(factors, due);
  };
  scale(table, rates, refine, level);
  level();
  return rates;
}

/** The same rate everywhere, at the level of the least troubled attribute. */
export function flatLevel(table: LeafTable): Float64Array {
  const rates = flatRates(table.now);
  const least = levelOf(table, new Tally(table, table.now), rates);
  return rates.map((rate) => rate * least);
}

export const capped = (rate: number): number => Math.min(highestRate, rate);
