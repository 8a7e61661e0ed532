import { levelOf, without } from './counts.js';
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
 * From the period before: effects of values, each leaf's own past as far as leaves differ beyond chance (empirical
 * Bayes, gamma prior), and the drift of the whole.
 */
function fromHistory(table: LeafTable, before: Counts, isOut: Uint8Array): Float64Array {
  const rates = fitEffects(table, before);
  const due = rates.map((rate, i) => rate * before.totals[i]!);
  const spread = extraSpread(due, before.errors);
  const own = rates.map((rate, i) =>
    spread === 0 ? rate : capped((rate * (before.errors[i]! + 1 / spread)) / (due[i]! + 1 / spread)),
  );
  const drift = levelOf(table, without(table.now, isOut), own);
  return own.map((rate) => rate * Math.min(mostDrift, Math.max(leastDrift, drift)));
}

/** Errors to be expected by leaf, learnt outside the leaves that are out; `isFirst` when no leaf is known to be. */
export function expectErrors(table: LeafTable, isOut: Uint8Array, isFirst: boolean): Float64Array {
  const withoutPast = () => (isFirst ? flatLevel(table) : fitTraits(table, isOut));
  const rates = table.before ? fromHistory(table, table.before, isOut) : withoutPast();
  return rates.map((rate, i) => rate * table.now.totals[i]!);
}
