import { type LinkRequest, linkRecords, type Role } from '../../src/linkage/index.js';
import type { Linkage } from '../../src/linkage/types.js';
import { openStore } from '../../src/store/duckdb.js';
import type { Store } from '../../src/store/store.js';
import type { World } from './world/worlds.js';

export interface Linked {
  readonly store: Store;
  readonly linkage: Linkage;
}

/** Links the records of a world; record numbers count from 1 in its order. */
export async function linkWorld(
  world: World,
  request: Partial<LinkRequest> = {},
  { threads = 2, backwards = false } = {},
): Promise<Linked> {
  const store = await openStore({ threads });
  const types = world.columns.map((column) => `${column} VARCHAR`).join(', ');
  await store.run(`CREATE TABLE people (record INTEGER, source INTEGER, ${types})`);
  const rows = world.records.map(({ source, values }, i) => [
    i + 1,
    source,
    ...world.columns.map((column) => values[column] || null),
  ]);
  await store.append('people', ['record', 'source', ...world.columns], backwards ? rows.reverse() : rows);
  const columns = world.columns.map((column) => ({ column, role: column as Role }));
  const linkage = await linkRecords(store, { relation: 'people', columns, compare: 'all', ...request });
  return { store, linkage };
}

export const personsOf = async (store: Store): Promise<number[]> =>
  (await store.all<{ person: number }>('SELECT record, person FROM work_link_persons ORDER BY record')).map(
    ({ person }) => person,
  );

export const pairsOf = (store: Store) =>
  store.all<{ a: number; b: number; weight: number; ppm: number }>(
    'SELECT a, b, weight, ppm FROM work_link_pairs ORDER BY a, b',
  );

/** Pairs of records with the same group, as `a-b`. */
export function pairsWithin(groups: readonly number[]): Set<string> {
  const members = new Map<number, number[]>();
  for (const [i, group] of groups.entries()) members.set(group, [...(members.get(group) ?? []), i + 1]);
  return new Set(
    [...members.values()].flatMap((list) =>
      list.flatMap((a, i) => list.slice(i + 1).map((b) => `${a}-${b}`)),
    ),
  );
}

export function figures(found: ReadonlySet<string>, there: ReadonlySet<string>) {
  const right = [...found].filter((pair) => there.has(pair)).length;
  return { precision: right / found.size, recall: right / there.size };
}
