import type { GoalProgress, Trend } from '../../model/progress.js';
import type { Report } from '../../model/report.js';
import { type Measure, measureForms, measureIds } from '../../model/scorecard.js';
import { isMet } from '../scorecard.js';

type Points = Trend['points'];

const asOf = ({ manifest }: Report): string => manifest.as_of;
const measureOf = ({ scorecard }: Report, id: string, about: string): Measure | undefined =>
  scorecard.measures.find((one) => one.id === id && one.about === about);

const known = (points: Points) => points.filter((point) => point.value !== null);

function changeOf(points: Points): number | null {
  const values = known(points);
  return values.length < 2 ? null : Number((values.at(-1)!.value! - values[0]!.value!).toFixed(6));
}

/** Whether the first and the last interval lie apart; null where there are none to compare. */
function isBeyondChance(measures: readonly (Measure | undefined)[]): boolean | null {
  const intervals = measures.flatMap((measure) => (measure?.interval ? [measure.interval] : []));
  const [first, last] = [intervals[0], intervals.at(-1)];
  if (intervals.length < 2 || first === undefined || last === undefined) return null;
  return first[1] < last[0] || last[1] < first[0];
}

const counted: readonly (readonly [id: string, title: string, count: (report: Report) => number])[] = [
  ['persons_in_conflict', 'Persons in conflict', ({ summary }) => summary.persons_in_conflict],
  ['messages_in_conflict', 'Messages against a choice', ({ summary }) => summary.messages_in_conflict],
  [
    'findings',
    'Critical and high findings',
    ({ summary }) => summary.findings.critical + summary.findings.high,
  ],
];

/** What is counted and measured of the whole ecosystem, snapshot by snapshot; what no snapshot measures is left out. */
export function trendsOf(reports: readonly Report[]): Trend[] {
  const counts = counted.map(([id, title, count]): Trend => {
    const points = reports.map((report) => ({ as_of: asOf(report), value: count(report) }));
    return {
      id,
      title,
      unit: 'count',
      better: 'lower',
      points,
      change: changeOf(points),
      beyond_chance: null,
    };
  });
  const measures = measureIds.flatMap((id): Trend[] => {
    const found = reports.map((report) => measureOf(report, id, 'ecosystem'));
    const title = found.findLast((measure) => measure !== undefined)?.title;
    const points = reports.map((report, i) => ({ as_of: asOf(report), value: found[i]?.value ?? null }));
    if (title === undefined || known(points).length === 0) return [];
    const beyond = isBeyondChance(found);
    return [{ id, title, ...measureForms[id], points, change: changeOf(points), beyond_chance: beyond }];
  });
  return [...counts, ...measures];
}

/** Whether the last value is at least as far as a straight line from the first to the target, on the day it was taken. */
function isOnTrack(points: Points, { measure, target, by }: Pick<GoalProgress, 'measure' | 'target' | 'by'>) {
  const values = known(points);
  const [first, last] = [values[0], values.at(-1)];
  if (by === null || first === undefined || last === undefined) return null;
  if (isMet(measure, last.value, target)) return true;
  const [begun, now, end] = [first.as_of, last.as_of, `${by}T23:59:59Z`].map((time) => Date.parse(time));
  if (now! >= end! || now! <= begun!) return now! >= end! ? false : null;
  const due = first.value! + ((target - first.value!) * (now! - begun!)) / (end! - begun!);
  return isMet(measure, last.value, due);
}

/** The goals of the last snapshot, and how the measures behind them have gone. */
export function goalProgress(reports: readonly Report[]): GoalProgress[] {
  const goals = reports.at(-1)?.scorecard.goals ?? [];
  return goals.map(({ value: _, met, ...goal }) => {
    const points = reports.map((report) => ({
      as_of: asOf(report),
      value: measureOf(report, goal.measure, goal.about)?.value ?? null,
    }));
    return { ...goal, ...measureForms[goal.measure], points, met, on_track: isOnTrack(points, goal) };
  });
}
