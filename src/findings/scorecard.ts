import type { Goal } from '../model/goals.js';
import {
  type GoalStanding,
  type Measure,
  type MeasureId,
  measureForms,
  measureIds,
} from '../model/scorecard.js';
import { parseDuration } from '../text/durations.js';

/** The target in the measure's unit: `98%` is 0.98, `P3D` is 259200 seconds. */
export function targetOf({ measure, target }: Pick<Goal, 'measure' | 'target'>): number {
  if (typeof target === 'number') return target;
  return measureForms[measure].unit === 'seconds'
    ? (parseDuration(target) ?? 0)
    : Number((Number.parseFloat(target) / 100).toFixed(6));
}

/** Whether a value is as good as the target or better; null where there is no value. */
export function isMet(measure: MeasureId, value: number | null, target: number): boolean | null {
  if (value === null) return null;
  return measureForms[measure].better === 'higher' ? value >= target : value <= target;
}

/** How far goals are; `nameOf` gives sponsors their names. */
export const goalStandings = (
  goals: readonly Goal[],
  measures: readonly Measure[],
  nameOf: (sponsor: string) => string,
): GoalStanding[] =>
  goals.map((goal) => {
    const { id, title, measure, about, by = null, sponsor } = goal;
    const found = measures.find((one) => one.id === measure && one.about === about);
    const general = found ?? measures.find((one) => one.id === measure);
    const value = found?.value ?? null;
    const target = targetOf(goal);
    return {
      id,
      title: title ?? general?.title ?? measure,
      measure,
      about,
      target,
      by,
      sponsor: sponsor === undefined ? null : nameOf(sponsor),
      value,
      met: isMet(measure, value, target),
    };
  });

const place = ({ id }: Measure): number => measureIds.indexOf(id);

/** The ecosystem first, then silos by id; each in the order of measures. */
export const sortMeasures = (measures: readonly Measure[]): Measure[] =>
  [...measures].sort((a, b) => {
    const [first, second] = [a.about, b.about].map((about) => (about === 'ecosystem' ? '' : about));
    return first === second ? place(a) - place(b) : first! < second! ? -1 : 1;
  });
