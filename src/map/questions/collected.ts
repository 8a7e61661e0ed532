import { countOf } from '../../report/parts/shares.js';
import { channelWords } from '../../report/parts/subject.js';
import { compareText } from '../../text/compare.js';
import { groupDigits } from '../../text/numbers.js';
import type { Atlas } from '../estate.js';
import type { MapPoint } from '../model.js';
import type { Table } from '../pictures/picture.js';
import { type Answer, carries } from './answer.js';
import { type Collected, drawCollected, roleOf } from './collected-picture.js';

const asks = (point: MapPoint, field: string) =>
  point.fields.find((asked) => asked.field === field || field.startsWith(`${asked.field}.`));

function gather({ map, graph }: Atlas, field: string): Collected {
  return {
    field,
    points: map.collection_points.filter((point) => asks(point, field) !== undefined),
    collectors: graph.collectors(field),
    holders: graph.holders(field),
    masters: graph.masters(field),
    groups: graph.sources(field),
  };
}

const yes = (value: boolean | null | undefined): string =>
  value === true ? 'yes' : value === false ? 'no' : '';

const pointTable = (atlas: Atlas, { points, field }: Collected): Table => ({
  caption: 'Where it is asked',
  heads: [
    'Point',
    'System',
    'Silo',
    'Channel',
    'Process',
    'Persons a month',
    'Required',
    'Shown when known',
    'Legal duty',
  ],
  rows: points.map((point) => [
    point.name,
    atlas.system(point.system_id).name,
    atlas.siloOf(point.system_id),
    point.channel === null ? '' : channelWords(point.channel),
    point.process ?? '',
    point.persons_per_month === null ? '' : groupDigits(point.persons_per_month),
    yes(asks(point, field)?.required),
    yes(asks(point, field)?.prefilled),
    asks(point, field)?.legal_duty ?? '',
  ]),
  numeric: [5],
});

const systemTable = (atlas: Atlas, collected: Collected, ids: readonly string[]): Table => ({
  caption: 'Systems that have to do with it',
  heads: ['System', 'Silo', 'What it does', 'Gets it from'],
  rows: ids.map((id) => [
    atlas.system(id).name,
    atlas.siloOf(id),
    roleOf(atlas, id, collected),
    [
      ...new Set(
        atlas.flows
          .filter((flow) => flow.to === id && carries(flow, collected.field))
          .map((flow) => atlas.system(flow.from).name),
      ),
    ]
      .sort(compareText)
      .join(', '),
  ]),
  numeric: [],
});

/** `--collected F`: who asks for a field, who keeps it, and who tells whom. */
export function askCollected(atlas: Atlas, field: string): Answer {
  const collected = gather(atlas, field);
  const { collectors, masters, groups, points } = collected;
  const carried = atlas.flows.filter((flow) => carries(flow, field)).flatMap(({ from, to }) => [from, to]);
  const rank = (id: string): number => (collectors.includes(id) ? 0 : masters.includes(id) ? 1 : 2);
  const ids = [...new Set([...collectors, ...collected.holders, ...carried])].sort(
    (a, b) => rank(a) - rank(b) || compareText(a, b),
  );
  const name = (list: readonly string[]): string => list.map((id) => atlas.system(id).name).join(', ');
  const sentences = [
    `${field} is asked at ${countOf(points.length, 'point')} and changed in ${countOf(collectors.length, 'system')}.`,
    groups.length > 1
      ? `It is collected independently in ${groups.length} places that do not tell each other: ${groups.map(name).join('; ')}.`
      : 'All who collect it tell each other, or one of them feeds the rest.',
    masters.length === 0 ? 'No system masters it.' : `Mastered by ${name(masters)}.`,
  ];
  const question = `Where is ${field} collected, and who tells whom?`;
  const tables = [pointTable(atlas, collected), systemTable(atlas, collected, ids)].filter(
    ({ rows }) => rows.length > 0,
  );
  return {
    question,
    sentences: collectors.length === 0 ? [`Nobody collects ${field}.`, ...sentences.slice(2)] : sentences,
    tables,
    facts: {
      question: 'collected',
      field,
      points: points.map((point) => ({
        collection_point_id: point.collection_point_id,
        system_id: point.system_id,
        ...asks(point, field),
      })),
      collectors,
      holders: collected.holders,
      masters,
      independent_groups: groups,
    },
    picture: drawCollected(atlas, collected, ids, {
      id: 'collected',
      title: question,
      description: sentences.join(' '),
      table: systemTable(atlas, collected, ids),
    }),
  };
}
