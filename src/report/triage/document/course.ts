import type { TriageGroup } from '../../../model/triage.js';
import { groupDigits } from '../../../text/numbers.js';
import { type DocumentSection, type DocumentTable, tableOf } from '../../document/section.js';
import {
  bucketsOf,
  correctedWords,
  customerWords,
  dayOf,
  detectedWords,
  knownWords,
  minuteOf,
  spanWords,
} from '../words.js';

const earlierTable = ({ earlier }: TriageGroup): DocumentTable => ({
  caption: 'Earlier runs',
  heads: ['As of', 'Errors', 'Persons'],
  rows: earlier.map(({ as_of: asOf, errors, persons }) => [
    dayOf(asOf),
    errors === null ? 'not found' : groupDigits(errors),
    persons === null ? '' : groupDigits(persons),
  ]),
  numeric: [1, 2],
});

/** When errors came; one span alone shows no course. */
function courseTable(group: TriageGroup, asOf: string): DocumentTable {
  const buckets = bucketsOf(group, asOf, 14);
  return {
    caption: `Errors, each line ${spanWords(buckets)}`,
    heads: ['From', 'Errors'],
    rows: buckets.length > 1 ? buckets.map(({ from, errors }) => [from, groupDigits(errors)]) : [],
    numeric: [1],
  };
}

export function timeSection(group: TriageGroup, asOf: string): DocumentSection {
  const { recent, before, days, direction } = group.trend;
  return {
    id: 'time',
    title: 'Since when',
    facts: [
      ['First seen (UTC)', minuteOf(group.first_at)],
      ['This episode began (UTC)', group.since === group.first_at ? '' : minuteOf(group.since)],
      ['Last seen (UTC)', minuteOf(group.last_at)],
      [
        'Trend',
        direction === 'unknown'
          ? ''
          : `${direction}: ${groupDigits(recent)} in the last ${days} days, ${groupDigits(before)} in the ${days} before`,
      ],
    ],
    tables: [...tableOf(courseTable(group, asOf)), ...tableOf(earlierTable(group))],
  };
}

export const knownSection = (group: TriageGroup): DocumentSection => ({
  id: 'known',
  title: 'Who noticed',
  facts: [
    ['Noticed by', detectedWords(group.detected_by)],
    ['First by the customer', customerWords(group)],
    ['How fast', knownWords(group)],
    ['Put right', correctedWords(group)],
    ['Last correction (UTC)', minuteOf(group.corrected_at)],
  ],
});
