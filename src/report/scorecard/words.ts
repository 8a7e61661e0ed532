import type { GoalStanding, Measure, MeasureUnit, Scorecard } from '../../model/scorecard.js';
import { addTo } from '../../text/group-by.js';
import { groupDigits, renderPercentage, renderSeconds } from '../../text/numbers.js';
import { notMeasurable } from '../parts/communications.js';

const thin = '\u202f';
const prefix = 'silo:';

/** A number of the unit: `97.8 %`, `2 d 6 h`, `12`. Shares are rounded down as everywhere, so that 100 % means all. */
export function amountOf(value: number, unit: MeasureUnit): string {
  if (unit === 'seconds') return renderSeconds(Math.round(value));
  if (unit === 'count') return groupDigits(value);
  return `${String(Math.floor(value * 1000 + 1e-6) / 10)}${thin}%`;
}

/** The value, or the words given when it cannot be told. */
export function figureOf(
  { value, unit, numerator, denominator }: Measure,
  otherwise = notMeasurable,
): string {
  if (value === null) return otherwise;
  return unit === 'share' ? renderPercentage(numerator, denominator) : amountOf(value, unit);
}

/** `909 of 1 999 persons`; empty when nothing was counted. */
export const countsOf = ({ numerator, denominator, counted }: Measure): string =>
  denominator === 0 ? '' : `${groupDigits(numerator)} of ${groupDigits(denominator)} ${counted}`.trimEnd();

/** `43.3 % to 47.7 %`; empty without an interval. */
export const intervalOf = ({ interval, unit }: Measure): string =>
  interval === null ? '' : `${amountOf(interval[0], unit)} to ${amountOf(interval[1], unit)}`;

/** The ecosystem, or a silo by its name. */
export function aboutOf(about: string, { silos }: Pick<Scorecard, 'silos'>): string {
  if (!about.startsWith(prefix)) return 'Ecosystem';
  const id = about.slice(prefix.length);
  return silos.find(({ silo_id }) => silo_id === id)?.name || id;
}

export const isWhole = ({ about }: { about: string }): boolean => about === 'ecosystem';

/** What each can be told of. */
export const told = (measures: readonly Measure[]): Measure[] =>
  measures.filter(({ value }) => value !== null);

/** The silo that does worst, when it does worse than the whole by more than chance. */
export function worstOf({ id, better, value }: Measure, { measures }: Scorecard): Measure | undefined {
  const sign = better === 'higher' ? 1 : -1;
  const isWorse = ({ interval }: Measure): boolean =>
    value !== null && interval !== null && sign * interval[sign === 1 ? 1 : 0] < sign * value;
  return told(measures)
    .filter((one) => one.id === id && !isWhole(one) && isWorse(one))
    .sort((a, b) => sign * (a.value! - b.value!) || (a.about < b.about ? -1 : 1))[0];
}

/** Measures of the ecosystem that cannot be told, by why: `Time to register, … : there are no journey_events`. */
export function untoldOf({ measures }: Scorecard): string[] {
  const reasons = new Map<string, string[]>();
  for (const { title, why, ...measure } of measures)
    if (isWhole(measure) && why !== null) addTo(reasons, why, title);
  return [...reasons].map(([why, titles]) => `${titles.join('; ')}: ${why}.`);
}

const standings = { true: 'reached', false: 'not reached', null: notMeasurable } as const;

/** `reached`, `not reached` or `not measurable`. */
export const standingOf = ({ met }: GoalStanding): string => standings[`${met}`];

/** `at least 90 %`. */
export function targetOf({ measure, target }: GoalStanding, { measures }: Scorecard): string {
  const form = measures.find(({ id }) => id === measure);
  if (form === undefined) return String(target);
  return `${form.better === 'higher' ? 'at least' : 'at most'} ${amountOf(target, form.unit)}`;
}

/** What a goal has come to. */
export function reachedOf({ measure, value }: GoalStanding, { measures }: Scorecard): string {
  const form = measures.find(({ id }) => id === measure);
  return value === null || form === undefined ? notMeasurable : amountOf(value, form.unit);
}
