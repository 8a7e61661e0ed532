import { tail } from '../../localisation/score.js';
import { renderChance } from '../../localisation/statistics.js';
import type { Cube } from './cube.js';
import type { Pattern } from './scan.js';

/** What is printed of a cause; decimals as text with fixed places. */
export interface Statistics {
  readonly expected: string;
  readonly ratio: string;
  readonly ratio_low: string;
  readonly ratio_high: string;
  readonly explained: string;
  readonly p_adjusted: string;
}

const sumOf = (values: Float64Array, leaves?: readonly number[]): number =>
  leaves
    ? leaves.reduce((sum, leaf) => sum + values[leaf]!, 0)
    : values.reduce((sum, value) => sum + value, 0);

/** What is found outside all causes. An empty or spotless rest counts as half an error, so that rates stay finite. */
function restOf(cube: Cube, errors: Float64Array, patterns: readonly Pattern[]) {
  const sends = sumOf(cube.sends) - patterns.reduce((sum, pattern) => sum + pattern.sends, 0);
  const found = sumOf(errors) - patterns.reduce((sum, pattern) => sum + pattern.errors, 0);
  return { sends: Math.max(sends, 1), errors: Math.max(found, 0.5) };
}

/** Lower quartile of the rates of single values with a hundredth of all messages: how often it goes wrong anyway. */
function commonRate(cube: Cube, errors: Float64Array): number {
  const least = sumOf(cube.sends) / 100;
  const rates = cube.features
    .map(({ leaves }) => ({ sends: sumOf(cube.sends, [...leaves]), errors: sumOf(errors, [...leaves]) }))
    .filter((cell) => cell.sends >= least && cell.sends > 0)
    .map((cell) => cell.errors / cell.sends)
    .sort((a, b) => a - b);
  return rates[Math.floor(rates.length / 4)] ?? 0;
}

const decimal = (value: number): string => Math.min(value, 99_999_999).toFixed(4);

/** Share of the excess errors that each pattern explains. */
export function explainedShares(cube: Cube, errors: Float64Array, patterns: readonly Pattern[]): number[] {
  const rate = commonRate(cube, errors);
  const excess = patterns.map((pattern) => Math.max(0, pattern.errors - pattern.sends * rate));
  const total = Math.max(
    sumOf(errors) - sumOf(cube.sends) * rate,
    excess.reduce((sum, part) => sum + part, 0),
  );
  return excess.map((part) => (total > 0 ? part / total : 0));
}

/** Rate ratio against the rest with its 95 % interval (log method), expected errors and adjusted chance. */
export function statisticsOf(cube: Cube, errors: Float64Array, patterns: readonly Pattern[]): Statistics[] {
  const rest = restOf(cube, errors, patterns);
  const rate = Math.min(1, rest.errors / rest.sends);
  const shares = explainedShares(cube, errors, patterns);
  return patterns.map((pattern, i) => {
    const ratio = pattern.errors / pattern.sends / rate;
    const variance = 1 / pattern.errors - 1 / pattern.sends + 1 / rest.errors - 1 / rest.sends;
    const spread = Math.exp(1.96 * Math.sqrt(Math.max(0, variance)));
    const chance = tail(Math.min(pattern.errors, pattern.sends), pattern.sends, rate);
    return {
      expected: decimal(pattern.sends * rate),
      ratio: decimal(ratio),
      ratio_low: decimal(ratio / spread),
      ratio_high: decimal(ratio * spread),
      explained: decimal(shares[i]!),
      p_adjusted: renderChance(pattern.lnPatterns - chance),
    };
  });
}
