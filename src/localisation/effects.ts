import { type ByValue, countByValue, isKnown, knownValues, levelOf, median, sum, without } from './counts.js';
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

type Refine = (attribute: number, factors: Float64Array, rates: Float64Array) => void;

/** Rates as a product of one factor a value; `refine` moves an attribute's factors, attribute by attribute. */
function scale(table: LeafTable, rates: Float64Array, refine: Refine, each?: () => void): void {
  const factors = table.values.map((values) => new Float64Array(values.length).fill(1));
  for (let round = 0; round < rounds; round += 1) {
    each?.();
    for (const [attribute, codes] of table.codes.entries()) {
      const factor = factors[attribute]!;
      const before = factor.slice();
      refine(attribute, factor, rates);
      for (let i = 0; i < codes.length; i += 1)
        rates[i] = Math.min(highestRate, (rates[i]! * factor[codes[i]!]!) / before[codes[i]!]!);
    }
  }
}

const correction = ({ seen, due }: ByValue, value: number): number =>
  (seen[value]! + pseudo) / (due[value]! + pseudo);

const flatRates = ({ totals, errors }: Counts): Float64Array =>
  new Float64Array(totals.length).fill((sum(errors) + 0.5) / (sum(totals) + 1));

/** Rates by leaf that give each value of each attribute the errors it had: iterative proportional scaling. */
export function fitEffects(table: LeafTable, counts: Counts): Float64Array {
  const rates = flatRates(counts);
  scale(table, rates, (attribute, factors) => {
    const byValue = countByValue(table, attribute, counts, rates);
    for (let v = 0; v < factors.length; v += 1) factors[v]! *= correction(byValue, v);
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

/** Whether enough of a value is outside to learn from it. */
const isMostly = (outside: ByValue, everywhere: ByValue, value: number): boolean =>
  isKnown(outside.due[value]!) || outside.due[value]! >= mostly * everywhere.due[value]!;

/**
 * Rates by leaf when only one period is known: usual traits of values, at the level of the least troubled attribute.
 * Traits are learnt outside the leaves that are out, where enough is left of a value.
 */
export function fitTraits(table: LeafTable, isOut: Uint8Array): Float64Array {
  const rest = without(table.now, isOut);
  const rates = flatRates(rest);
  const level = () => {
    const least = levelOf(table, rest, rates);
    for (let i = 0; i < rates.length; i += 1) rates[i]! *= least;
  };
  const refine: Refine = (attribute, factors) => {
    const outside = countByValue(table, attribute, rest, rates);
    const everywhere = countByValue(table, attribute, table.now, rates);
    for (let v = 0; v < factors.length; v += 1)
      factors[v]! *= correction(isMostly(outside, everywhere, v) ? outside : everywhere, v);
    drawIn(factors, outside.due);
  };
  scale(table, rates, refine, level);
  level();
  return rates;
}

/** The same rate everywhere, at the level of the least troubled attribute. */
export function flatLevel(table: LeafTable): Float64Array {
  const rates = flatRates(table.now);
  const least = levelOf(table, table.now, rates);
  return rates.map((rate) => rate * least);
}

export const capped = (rate: number): number => Math.min(highestRate, rate);
