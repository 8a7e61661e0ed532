import type { Effect, GoalProgress, InitiativeProgress, Progress, Trend } from '../../model/progress.js';
import { groupDigits } from '../../text/numbers.js';
import { notMeasurable } from '../parts/communications.js';
import { countOf } from '../parts/shares.js';
import { amountOf } from '../scorecard/words.js';
import { dayOf } from '../triage/words.js';

export const effectWords: Readonly<Record<Effect, string>> = {
  took_effect: 'took effect',
  partly: 'took effect in part',
  none: 'no effect yet',
  worse: 'worse than before',
  came_back: 'mended, and came back',
  not_measurable: notMeasurable,
};

/** What is worth reading first. */
export const effectOrder = [
  'took_effect',
  'partly',
  'came_back',
  'worse',
  'none',
  'not_measurable',
] as const satisfies readonly Effect[];

/** Initiatives, those of which something came first. */
export const byEffect = (initiatives: readonly InitiativeProgress[]): InitiativeProgress[] =>
  effectOrder.flatMap((effect) => initiatives.filter((one) => one.effect === effect));

type Valued = Pick<Trend, 'points' | 'unit'>;

const known = ({ points }: Valued) => points.flatMap(({ value }) => value ?? []);

/** First and last value: `45.4 % → 92 %`. */
export function spanWords(trend: Valued): string {
  const values = known(trend);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return notMeasurable;
  if (values.length === 1) return amountOf(last, trend.unit);
  return `${amountOf(first, trend.unit)} → ${amountOf(last, trend.unit)}`;
}

/** `better`, `worse` or `the same`; a change that may be chance says so. */
export function directionWords({ change, better, beyond_chance: beyond }: Trend): string {
  if (change === null) return '';
  if (change === 0) return 'the same';
  const words = change > 0 === (better === 'higher') ? 'better' : 'worse';
  return beyond === false ? `${words}, perhaps by chance` : words;
}

/** Findings and persons of an initiative when it was planned and now. */
export function effectFigures({ seen }: InitiativeProgress): string {
  const [first, last] = [seen[0], seen.at(-1)];
  if (first === undefined || last === undefined || seen.length < 2) return '';
  const persons =
    first.persons === null || last.persons === null
      ? ''
      : `; persons ${groupDigits(first.persons)} → ${groupDigits(last.persons)}`;
  return `findings ${groupDigits(first.open)} → ${groupDigits(last.open)}${persons}`;
}

export const effectSentence = (one: InitiativeProgress): string => {
  const since = one.since === null ? '' : ` since ${dayOf(one.since)}`;
  const figures = effectFigures(one);
  const why = one.why === null ? '' : `: ${one.why}`;
  return `${effectWords[one.effect]}${since}${why}${figures === '' ? '' : ` (${figures})`}`;
};

/** `reached`, `on track`, `behind` or `not reached`. */
export function goalWords({ met, on_track: isOnTrack }: GoalProgress): string {
  if (met === null) return notMeasurable;
  if (met) return 'reached';
  return isOnTrack === null ? 'not reached' : isOnTrack ? 'on track' : 'behind';
}

/** `at least 95 % by 2027-06-30`. */
export const targetWords = ({ better, target, unit, by }: GoalProgress): string =>
  `${better === 'higher' ? 'at least' : 'at most'} ${amountOf(target, unit)}${by === null ? '' : ` by ${by}`}`;

/** What has come of it, for somebody who reads nothing else. */
export function progressInShort({ snapshots, initiatives, goals }: Progress): string[] {
  const [first, last] = [snapshots[0]!, snapshots.at(-1)!];
  const counts = effectOrder.flatMap((effect) => {
    const found = initiatives.filter((one) => one.effect === effect).length;
    return found === 0 ? [] : [`${groupDigits(found)} ${effectWords[effect]}`];
  });
  const reached = goals.filter(({ met }) => met === true).length;
  return [
    `${countOf(snapshots.length, 'snapshot')} from ${dayOf(first.as_of)} to ${dayOf(last.as_of)}.`,
    ...(initiatives.length > 0
      ? [`Of ${countOf(initiatives.length, 'initiative')} of the plan: ${counts.join(', ')}.`]
      : ['No roadmap was given: trends only.']),
    ...(goals.length > 0 ? [`${groupDigits(reached)} of ${countOf(goals.length, 'goal')} reached.`] : []),
  ];
}
