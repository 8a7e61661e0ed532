import { sum } from './counts.js';
import type { Localisation } from './localise.js';
import { tail } from './score.js';
import { excessOf } from './statistics.js';
import type { LeafTable, Settings } from './types.js';

export const verdicts = ['localised', 'external_cause', 'listed_only', 'tie'] as const;
export type Verdict = (typeof verdicts)[number];

/** Share of the excess that named causes must explain. */
const enoughExplained = 0.65;
/** −ln of a chance of 1 in 100. */
const significant = 4.6;

/** Whether there are more errors than expected, all leaves together. */
function isUnusual({ now }: LeafTable, expected: Float64Array): boolean {
  const [errors, totals, due] = [sum(now.errors), sum(now.totals), sum(expected)];
  return totals > 0 && tail(Math.min(errors, totals), totals, Math.min(1, due / totals)) > significant;
}

/**
 * What can be said of the errors as a whole: `localised` where the patterns explain most of the excess; `external_cause`
 * where errors are too many and the attributes do not say why; `listed_only` where there are too few, or no more than
 * usual; `tie` where two patterns explain them equally well and the rows do not tell them apart.
 */
export function judgeLocalisation(
  table: LeafTable,
  localisation: Localisation,
  isTied: boolean,
  { leastErrors }: Settings,
): Verdict {
  if (sum(table.now.errors) < leastErrors) return 'listed_only';
  const [each, all] = excessOf(table, localisation);
  const share = all > 0 ? each.reduce((total, excess) => total + excess, 0) / all : 0;
  if (each.length > 0 && share >= enoughExplained) return isTied ? 'tie' : 'localised';
  if (each.length > 0 || isUnusual(table, localisation.expected)) return 'external_cause';
  return 'listed_only';
}
