import type { AmountLocalisation, AmountPattern, AmountTable } from './amounts.js';
import type { Statistics } from './statistics.js';
import type { Verdict } from './verdict.js';

const twoSided = 1.96;
const enoughExplained = 0.65;
/** −ln of a chance of 1 in 100. */
const significant = 4.6;

/** The share of its forecast that an amount with this deviation is. */
const shareOf = (deviation: number): number => (2 - deviation) / (2 + deviation);

/** What is missing of the forecasts, or too much, in the direction sought; all in all at least what patterns miss. */
function excessOf(table: AmountTable, { patterns, direction }: AmountLocalisation): [number[], number] {
  const each = patterns.map(({ amount, forecast }) => Math.max(0, direction * (forecast - amount)));
  const all = table.amounts.reduce((sum, amount, i) => sum + direction * (table.forecasts[i]! - amount), 0);
  return [
    each,
    Math.max(
      all,
      each.reduce((sum, one) => sum + one, 0),
    ),
  ];
}

function statisticsOf(pattern: AmountPattern, found: AmountLocalisation, explained: number): Statistics {
  const { leaves, amount, forecast, lnPatterns } = pattern;
  const { deviations, scale } = found;
  const count = leaves.length;
  const mean = leaves.reduce((sum, leaf) => sum + deviations[leaf]!, 0) / count;
  const scatter = leaves.reduce((sum, leaf) => sum + (deviations[leaf]! - mean) ** 2, 0) + scale ** 2;
  const reach = (twoSided * Math.sqrt(scatter / count)) / Math.sqrt(count);
  return {
    ratio: forecast === 0 ? 0 : amount / forecast,
    ratioLow: Math.max(0, shareOf(mean + reach)),
    ratioHigh: shareOf(Math.max(mean - reach, -1.99)),
    explained,
    lnChance: Math.min(0, lnPatterns - (count * mean ** 2) / (2 * scale ** 2)),
  };
}

/** Statistics of each pattern of amounts, in their order: the ratio is that of the amount to its forecast. */
export function describeAmounts(table: AmountTable, found: AmountLocalisation): Statistics[] {
  const [each, all] = excessOf(table, found);
  return found.patterns.map((pattern, i) => statisticsOf(pattern, found, all > 0 ? each[i]! / all : 0));
}

/** What can be said of the amounts as a whole; as for errors. */
export function judgeAmounts(table: AmountTable, found: AmountLocalisation, isTied: boolean): Verdict {
  const [each, all] = excessOf(table, found);
  const share = all > 0 ? each.reduce((sum, one) => sum + one, 0) / all : 0;
  if (each.length > 0 && share >= enoughExplained) return isTied ? 'tie' : 'localised';
  const sum = found.deviations.reduce((total, x) => total + x, 0);
  const weight = sum ** 2 / (2 * Math.max(1, found.deviations.length) * found.scale ** 2);
  return each.length > 0 || weight > significant ? 'external_cause' : 'listed_only';
}
