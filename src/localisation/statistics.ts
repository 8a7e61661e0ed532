import { sum } from './counts.js';
import type { Localisation } from './localise.js';
import { tail } from './score.js';
import type { LeafTable, Pattern } from './types.js';

/** What is printed of a pattern. */
export interface Statistics {
  /** Errors in it to errors expected, with its 95 % interval. */
  readonly ratio: number;
  readonly ratioLow: number;
  readonly ratioHigh: number;
  /** Share of all errors in excess that it explains, 0 to 1. */
  readonly explained: number;
  /** Chance of so many errors by accident in any of the patterns looked at, as a natural logarithm. */
  readonly lnChance: number;
}

/** Two standard errors of a normal variable cover 95 %. */
const twoSided = 1.96;
/** Half an error stands for none, so that ratios stay finite. */
const least = 0.5;

/** Chance from its natural logarithm: `3.2e-12`. */
export function renderChance(ln: number): string {
  if (ln >= 0) return '1';
  const exponent = Math.floor(ln / Math.LN10);
  if (exponent < -300) return '<1e-300';
  const mantissa = Math.exp(ln - exponent * Math.LN10).toFixed(1);
  return mantissa === '10.0' ? `1.0e${exponent + 1}` : `${mantissa}e${exponent}`;
}

/** Excess of each pattern, and of everything: errors beyond those expected. */
export function excessOf(table: LeafTable, { patterns, expected }: Localisation): [number[], number] {
  const each = patterns.map((pattern) => Math.max(0, pattern.errors - pattern.expected));
  const all = sum(table.now.errors) - sum(expected);
  return [each, Math.max(all, sum(Float64Array.from(each)))];
}

/**
 * Interval by the logarithm of a Poisson ratio: `learnt` errors have taught what is to be expected, and few of them
 * widen it.
 */
function statisticsOf(
  { errors, expected, totals, lnPatterns }: Pattern,
  learnt: number,
  explained: number,
): Statistics {
  const ratio = errors / (expected > 0 ? expected : least);
  const spread = Math.exp(twoSided * Math.sqrt(1 / errors + 1 / Math.max(learnt, least)));
  const lnChance = lnPatterns - tail(Math.min(errors, totals), totals, Math.min(1, expected / totals));
  return {
    ratio,
    ratioLow: ratio / spread,
    ratioHigh: ratio * spread,
    explained,
    lnChance: Math.min(0, lnChance),
  };
}

/** Statistics of each pattern, in their order. */
export function describePatterns(table: LeafTable, localisation: Localisation): Statistics[] {
  const { patterns } = localisation;
  const [each, all] = excessOf(table, localisation);
  const rest = sum(table.now.errors) - patterns.reduce((found, { errors }) => found + errors, 0);
  const learnt = table.before ? sum(table.before.errors) : rest;
  return patterns.map((pattern, i) => statisticsOf(pattern, learnt, all > 0 ? each[i]! / all : 0));
}
