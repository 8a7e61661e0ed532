import type { TriageGroup } from '../../../model/triage.js';
import { type DocumentSection, tableOf } from '../../document/section.js';
import { clockWords, holderWords, minuteOf } from '../words.js';

export function whoSection(group: TriageGroup, asOf: string): DocumentSection {
  const steps = group.path_up.map(({ name, at, reached }) => [
    name || 'nobody named in the inventory',
    minuteOf(at),
    reached ? 'has it' : 'not yet',
  ]);
  return {
    id: 'who',
    title: 'Who acts, by when',
    facts: [
      ['Owner', holderWords(group)],
      ['Contact', group.owner?.contact ?? ''],
      ['Clock', clockWords(group, asOf)],
    ],
    tables: tableOf({
      caption: 'Way up',
      heads: ['Who', 'From (UTC)', 'By as-of'],
      rows: steps,
      numeric: [],
    }),
  };
}

export const listSection = (id: string, title: string, items: readonly string[]): DocumentSection => ({
  id,
  title,
  items,
});
