import type { Triage, TriageGroup } from '../../../model/triage.js';
import { type DocumentSection, tableOf } from '../../document/section.js';
import { groupPlaces } from '../../parts/places.js';
import { channelWords } from '../../parts/subject.js';

type NameOf = (id: string) => { readonly name: string; readonly silo: string };

const namesOf = ({ systems }: Pick<Triage, 'systems'>): NameOf => {
  const known = new Map(systems.map((system) => [system.system_id, system]));
  return (id) => known.get(id) ?? { name: id, silo: '' };
};

export function whereSection(group: TriageGroup, triage: Triage): DocumentSection {
  const nameOf = namesOf(triage);
  const stop = (id: string): string => nameOf(id).name;
  const communications = group.communications.map(({ name, communication_id: id, channel }) => [
    name,
    id,
    channel === null ? 'all' : channelWords(channel),
  ]);
  return {
    id: 'where',
    title: 'Where it sits, and what passes there',
    facts: [
      [
        'The cause sits in',
        group.places
          .map((id) => (nameOf(id).silo === '' ? stop(id) : `${stop(id)} (${nameOf(id).silo})`))
          .join(', '),
      ],
      ['Way of the messages', group.path.map(stop).join(' → ')],
    ],
    tables: tableOf({
      caption: 'Communications that pass there',
      heads: ['Communication', 'Id', 'Channel'],
      rows: communications,
      numeric: [],
    }),
  };
}

export function evidenceSection({ evidence }: TriageGroup): DocumentSection {
  const rows = groupPlaces(evidence).map(({ file, rows, column }) => [file, rows.join(', '), column]);
  return {
    id: 'evidence',
    title: 'Evidence, a sample',
    tables: tableOf({
      caption: 'Places in the sources',
      heads: ['File', 'Rows', 'Column'],
      rows,
      numeric: [],
    }),
  };
}
