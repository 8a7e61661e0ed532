import { countOf } from '../../report/parts/shares.js';
import type { Atlas } from '../estate.js';
import { mostGroups } from '../groups.js';
import { drawNetwork, type Edge } from './network.js';
import type { Picture } from './picture.js';

/** A cause of errors, and the way of what it spoils. */
export interface CauseOnMap {
  /** As the list of causes counts it. */
  readonly number: number;
  readonly title: string;
  /** Systems where it sits. */
  readonly places: readonly string[];
  readonly path: readonly string[];
}

const listed = (numbers: readonly number[]): string =>
  numbers.length === 1
    ? `cause ${numbers[0]}`
    : `causes ${numbers.slice(0, 5).join(', ')}${numbers.length > 5 ? ' …' : ''}`;

/** How far along the ways a system stands at most; where a cause sits off every way, before them. */
function columnsOf(causes: readonly CauseOnMap[]): (id: string) => number {
  const last = new Map<string, number>();
  for (const { path } of causes)
    for (const [at, id] of path.entries()) last.set(id, Math.max(at, last.get(id) ?? 0));
  return (id) => last.get(id) ?? 0;
}

/** What goes from station to station, and between the ends of a flow that is a cause. */
const waysOf = (causes: readonly CauseOnMap[]): Edge[] =>
  causes.flatMap(({ path, places }) => [
    ...path.slice(1).map((to, i) => ({ from: path[i]!, to })),
    ...(places.length === 2 ? [{ from: places[0]!, to: places[1]! }] : []),
  ]);

/** Systems that causes sit in or pass, with what goes between them; where a cause sits, its number stands. */
export function drawCauses(atlas: Atlas, causes: readonly CauseOnMap[]): Picture | undefined {
  const known = new Set(atlas.map.systems.map(({ system_id }) => system_id));
  const named = [...new Set(causes.flatMap(({ places, path }) => [...places, ...path]))];
  const ids = named.filter((id) => known.has(id)).slice(0, mostGroups);
  if (ids.length === 0) return undefined;
  const at = (id: string): number[] =>
    causes.filter(({ places }) => places.includes(id)).map(({ number }) => number);
  const namesOf = (systems: readonly string[]): string[] =>
    systems.map((id) => (known.has(id) ? atlas.system(id).name : id));
  const column = columnsOf(causes);
  const title = `Where ${countOf(causes.length, 'cause')} of errors ${causes.length === 1 ? 'sits' : 'sit'}`;
  return drawNetwork(
    {
      id: 'causes',
      title,
      description: `${title}: ${countOf(ids.length, 'system')} on the ways of the messages; a strong frame and a number mark where a cause sits.`,
      table: {
        caption: 'Causes and systems',
        heads: ['Cause', 'What', 'Sits in', 'Way'],
        rows: causes.map(({ number, title: what, places, path }) => [
          number,
          what,
          namesOf(places).join(', '),
          namesOf(path).join(' → '),
        ]),
        numeric: [0],
      },
    },
    ids.map((id) => {
      const numbers = at(id);
      return {
        id,
        name: atlas.system(id).name,
        column: column(id),
        notes: numbers.length === 0 ? [atlas.siloOf(id)] : [atlas.siloOf(id), listed(numbers)],
        ...(numbers.length > 0 && { kind: 'strong' as const }),
      };
    }),
    waysOf(causes),
  );
}
