import type { Progress } from '../../model/progress.js';
import { type DocumentSection, tableOf } from '../document/section.js';
import { dayOf } from '../triage/words.js';
import { sparkline } from './sparkline.js';
import {
  byEffect,
  directionWords,
  effectFigures,
  effectWords,
  goalWords,
  progressInShort,
  spanWords,
  targetWords,
} from './words.js';

const line = (points: readonly { value: number | null }[]): string =>
  sparkline(points.map(({ value }) => value));

const initiativesOf = ({ initiatives }: Progress): DocumentSection => ({
  id: 'initiatives',
  title: 'Which initiatives took effect',
  tables: tableOf({
    caption: 'Initiatives of the plan, by what audits find of what they are to mend',
    heads: ['Initiative', 'Wave', 'Effect', 'Since', 'Measured', 'Open findings'],
    rows: byEffect(initiatives).map((one) => [
      one.title,
      one.wave === null ? '' : String(one.wave),
      effectWords[one.effect],
      one.since === null ? '' : dayOf(one.since),
      one.why ?? effectFigures(one),
      one.seen.length < 2 ? '' : line(one.seen.map(({ open }) => ({ value: open }))),
    ]),
    numeric: [1, 3],
  }),
});

const goalsOf = ({ goals }: Progress): DocumentSection => ({
  id: 'goals',
  title: 'Goals',
  tables: tableOf({
    caption: 'Goals, and whether a straight line from the first snapshot leads there in time',
    heads: ['Goal', 'Target', 'Sponsor', 'So far', 'Trend', 'Standing'],
    rows: goals.map((goal) => [
      goal.title,
      targetWords(goal),
      goal.sponsor ?? '',
      spanWords(goal),
      line(goal.points),
      goalWords(goal),
    ]),
    numeric: [],
  }),
});

const trendsOf = ({ trends }: Progress): DocumentSection => ({
  id: 'trends',
  title: 'Trends',
  tables: tableOf({
    caption: 'From the first snapshot to the last',
    heads: ['Measure', 'First and last', 'Trend', 'Direction'],
    rows: trends.map((trend) => [trend.title, spanWords(trend), line(trend.points), directionWords(trend)]),
    numeric: [],
  }),
});

/** Progress as a document, section by section. */
export const progressSections = (progress: Progress): DocumentSection[] => [
  { id: 'summary', title: 'In short', items: progressInShort(progress) },
  initiativesOf(progress),
  goalsOf(progress),
  trendsOf(progress),
  {
    id: 'method',
    title: 'Method and limits',
    items: [
      'An initiative took effect when every finding that it was to mend, and that stood in the snapshot it was planned on, was looked for and not found in the last one. What nobody looks for any more is not measurable, and never counts as mended.',
      'It took effect in part when some are gone, or clearly fewer persons are behind the rest: a tenth at least, and more than counts differ when nothing has changed. That a finding is gone does not prove which change made it go.',
      'Persons behind findings about choices are counted once each; of other findings those of the one that concerns most.',
      'A change of a measure is called chance when the 95 % intervals of the first and the last value overlap.',
      `Snapshots: ${progress.snapshots.map(({ file, as_of: asOf }) => `${file} (${dayOf(asOf)})`).join(', ')}. Roadmaps: ${progress.plans.map(({ file, as_of: asOf }) => `${file} (${dayOf(asOf)})`).join(', ') || 'none'}.`,
    ],
  },
];
