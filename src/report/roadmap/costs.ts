import type { Cost } from '../../model/costs.js';
import type { Roadmap, RoadmapInitiative } from '../../model/roadmap-report.js';
import { groupDigits, renderDecimal } from '../../text/numbers.js';
import { notMeasurable } from '../parts/communications.js';

/** `12 000 GBP`; empty where it is not known. */
export const costWords = (cost: Cost | null): string =>
  cost === null ? '' : `${renderDecimal(cost.amount)} ${cost.currency}`;

/** `12 000 GBP (3 × changed flow at 4 000)`. */
export function costInParts(cost: Cost | null): string {
  if (cost === null) return notMeasurable;
  const parts = cost.parts.map(
    ({ what, count, unit_cost: unit }) =>
      `${groupDigits(count)} × ${what.replaceAll('_', ' ')} at ${renderDecimal(unit)}`,
  );
  return `${costWords(cost)} (${parts.join(', ')})`;
}

/** What its messages cost in a month; empty where that is nothing to speak of, or not known. */
export const savingWords = ({ saves_a_month: saves }: RoadmapInitiative): string =>
  saves !== null && Number(saves.amount) >= 1 ? costWords(saves) : '';

/** What all of the plan takes: `effort 171, 912 400 GBP`; of changes without a unit cost that is said. */
export function planCost({ waves }: Pick<Roadmap, 'waves'>): string {
  const effort = `effort ${groupDigits(waves.reduce((sum, wave) => sum + wave.effort, 0))}`;
  const costs = waves.map(({ cost }) => cost).filter((cost) => cost !== null);
  if (costs.length < waves.length || costs.length === 0) return `${effort}, cost ${notMeasurable}`;
  const cents = costs.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
  return `${effort}, cost ${costWords({ ...costs[0]!, amount: (cents / 100).toFixed(2) })}`;
}
