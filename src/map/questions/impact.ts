import { countOf } from '../../report/parts/shares.js';
import { compareText } from '../../text/compare.js';
import { groupDigits } from '../../text/numbers.js';
import type { Atlas } from '../estate.js';
import type { Table } from '../pictures/picture.js';
import type { Answer } from './answer.js';
import {
  audienceOf,
  type CountPersons,
  type Cut,
  cutsOf,
  graphWithout,
  type Harm,
  type Hit,
  harmsOf,
  hitsOf,
} from './failing.js';
import { drawImpact, fate } from './impact-picture.js';

/** Fields that stay away, by the system that waits for them. */
function waiting(cuts: readonly Cut[]): Map<string, string[]> {
  const fields = new Map<string, Set<string>>();
  for (const { to, field } of cuts) fields.set(to, (fields.get(to) ?? new Set()).add(field));
  return new Map(
    [...fields]
      .map(([id, set]) => [id, [...set].sort(compareText)] as const)
      .sort(([a, x], [b, y]) => y.length - x.length || compareText(a, b)),
  );
}

function tablesOf(atlas: Atlas, hits: readonly Harm[], cut: ReadonlyMap<string, readonly string[]>): Table[] {
  const communications: Table = {
    caption: 'Communications that suffer',
    heads: ['Communication', 'Line of business', 'What happens', 'Persons it is for'],
    rows: hits.map((hit) => [
      hit.communication.name,
      hit.communication.lob,
      fate(hit),
      hit.persons === null ? 'not known' : groupDigits(hit.persons),
    ]),
    numeric: [3],
  };
  const systems: Table = {
    caption: 'Systems that changes no longer reach',
    heads: ['System', 'Silo', 'Fields'],
    rows: [...cut].map(([id, fields]) => [atlas.system(id).name, atlas.siloOf(id), fields.join(', ')]),
    numeric: [],
  };
  return [communications, systems].filter(({ rows }) => rows.length > 0);
}

function tell(
  name: string,
  hits: readonly Hit[],
  cut: ReadonlyMap<string, unknown>,
  persons: number | null,
): string[] {
  const stopped = hits.filter(({ stops }) => stops === 'all').length;
  const partly = hits.length - stopped;
  const harm = [
    ...(stopped > 0 ? [`${countOf(stopped, 'communication')} cannot go out`] : []),
    ...(partly > 0
      ? [`${countOf(partly, 'communication')} ${partly === 1 ? 'suffers' : 'suffer'} in part`]
      : []),
    ...(cut.size > 0
      ? [
          `${countOf(cut.size, 'system')} no longer ${cut.size === 1 ? 'hears' : 'hear'} of changes made elsewhere`,
        ]
      : []),
  ];
  if (harm.length === 0) return [`When ${name} fails, no communication stops and nothing else is cut off.`];
  return [
    `When ${name} fails, ${harm.join('; ')}.`,
    persons === null
      ? 'How many persons that concerns is not known: no customer records were given.'
      : `It concerns ${countOf(persons, 'person')} with a record in it or in what sends these communications.`,
  ];
}

/** `--impact A`: what fails with a system, which communications, how many persons. */
export async function askImpact(atlas: Atlas, id: string, countPersons: CountPersons): Promise<Answer> {
  const after = graphWithout(atlas, id);
  const cuts = cutsOf(atlas, after, id);
  const hits = await harmsOf(atlas, hitsOf(atlas, after, id), countPersons);
  const cut = waiting(cuts);
  const { name } = atlas.system(id);
  const audience = [
    ...new Set([id, ...hits.flatMap(({ communication }) => audienceOf(communication) ?? [])]),
  ].sort(compareText);
  const persons = atlas.persons === 0 ? null : await countPersons(audience);
  const sentences = tell(name, hits, cut, persons);
  const tables = tablesOf(atlas, hits, cut);
  const question = `What fails when ${name} fails?`;
  const table = tables[0] ?? { caption: question, heads: ['Nothing'], rows: [], numeric: [] };
  return {
    question,
    sentences,
    tables,
    facts: {
      question: 'impact',
      system: id,
      persons,
      persons_of: atlas.persons === 0 ? null : atlas.persons,
      persons_in: audience,
      communications: hits.map(({ communication, stops, starves, persons }) => ({
        communication_id: communication.communication_id,
        stops,
        starves,
        persons,
      })),
      cut_off: cuts,
    },
    picture: drawImpact(atlas, id, hits, cut, {
      id: 'impact',
      title: question,
      description: sentences.join(' '),
      table,
    }),
  };
}
