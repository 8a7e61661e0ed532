import { levelOf, Tally, without } from './counts.js';
import { capped, fitEffects, fitTraits, flatLevel } from './effects.js';
import type { Counts, LeafTable } from './types.js';

/** The whole may have moved by so much between two periods; what goes beyond is to be explained. */
const [leastDrift, mostDrift] = [0.5, 2];

/**
 * Variance of leaves' rates around what is due, beyond chance, as a share of the rate squared: by the method of moments.
 */
function extraSpread(due: Float64Array, errors: Float64Array): number {
  let over = 0;
  let squares = 0;
  for (let i = 0; i < due.length; i += 1) {
    over += (errors[i]! - due[i]!) ** 2 - due[i]!;
    squares += due[i]! ** 2;
  }
  return squares > 0 ? Math.max(0, over / squares) : 0;
}

/**
 * Rates of the period before: effects of values, and each leaf's own past as far as leaves differ beyond chance
 * (empirical Bayes, gamma prior).
 */
function ratesOf(table: LeafTable, before: Counts): Float64Array {
  const rates = fitEffects(table, before);
  const due = rates.map((rate, i) => rate * before.totals[i]!);
  const spread = extraSpread(due, before.errors);
  if (spread === 0) return rates;
  return rates.map((rate, i) => capped((rate * (before.errors[i]! + 1 / spread)) / (due[i]! + 1 / spread)));
}

/** The same rates where the whole has moved. */
function drifted(table: LeafTable, past: Float64Array, isOut: Uint8Array): Float64Array {
  const drift = levelOf(table, new Tally(table, without(table.now, isOut)), past);
  const within = Math.min(mostDrift, Math.max(leastDrift, drift));
  return past.map((rate) => rate * within);
}

/** Errors to be expected by leaf, learnt outside the leaves that are out; `isFirst` when no leaf is known to be. */
export type Expect = (isOut: Uint8Array, isFirst: boolean) => Float64Array;

/** Learns from the period before, if there was one, once. */
export function learn(table: LeafTable): Expect {
  const { before, now } = table;
  const past = before && ratesOf(table, before);
  const withoutPast = (isOut: Uint8Array, isFirst: boolean) =>
    isFirst ? flatLevel(table) : fitTraits(table, isOut);
  return (isOut, isFirst) => {
    const rates = past ? drifted(table, past, isOut) : withoutPast(isOut, isFirst);
    return rates.map((rate, i) => rate * now.totals[i]!);
  };
}
