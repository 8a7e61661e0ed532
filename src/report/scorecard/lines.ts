import type { Scorecard } from '../../model/scorecard.js';
import { groupDigits } from '../../text/numbers.js';
import {
  aboutOf,
  countsOf,
  figureOf,
  intervalOf,
  isWhole,
  reachedOf,
  standingOf,
  targetOf,
  told,
  untoldOf,
  worstOf,
} from './words.js';

/** One line a measure: `Preferences that agree: 45.4 % (909 of 1 999 persons; 43.3 % to 47.7 %); worst Wealth 32.6 %.` */
export const measureLines = (card: Scorecard): string[] => [
  ...told(card.measures)
    .filter(isWhole)
    .map((measure) => {
      const worst = worstOf(measure, card);
      const counted = [countsOf(measure), intervalOf(measure)].filter((part) => part !== '').join('; ');
      const silo = worst === undefined ? '' : `; worst ${aboutOf(worst.about, card)} ${figureOf(worst)}`;
      return `${measure.title}: ${figureOf(measure)} (${counted})${silo}.`;
    }),
  ...untoldOf(card).map((line) => `Not measurable: ${line}`),
];

/** One line a goal, the unmet first: `not reached: Paperless means paperless, 45.4 % of at least 90 % by 2026-12-31`. */
export const goalLines = (card: Scorecard): string[] =>
  [...card.goals]
    .sort((a, b) => Number(a.met ?? false) - Number(b.met ?? false))
    .map((goal) => {
      const whose = goal.sponsor === null ? '' : `, ${goal.sponsor}`;
      const by = goal.by === null ? '' : ` by ${goal.by}`;
      const about = isWhole(goal) ? '' : ` (${aboutOf(goal.about, card)})`;
      const now = goal.value === null ? '' : `, ${reachedOf(goal, card)}`;
      return `${standingOf(goal)}: ${goal.title}${about}${now}, to be ${targetOf(goal, card)}${by}${whose}.`;
    });

/** `2 of 3 goals reached`; empty without goals. */
export function goalsInShort({ goals }: Scorecard): string {
  if (goals.length === 0) return '';
  const met = goals.filter((goal) => goal.met === true).length;
  return `${groupDigits(met)} of ${groupDigits(goals.length)} goals reached`;
}
