import { describe, expect, it } from 'vitest';
import { createInSlices } from '../../../src/facts/preferences/in-slices.js';
import { sortedList } from '../../../src/store/dialect.js';
import { openStore } from '../../../src/store/duckdb.js';
import type { Store } from '../../../src/store/store.js';
import { forLittle } from '../store.js';

async function withStore(act: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(forLittle);
  await act(store);
  await store.close();
}

const sets = {
  table: 'sets',
  part: (within: string) => `
    SELECT systems, count(*) AS persons
    FROM (SELECT ${sortedList('system_id')} AS systems FROM work_persons WHERE ${within} GROUP BY person_id)
    GROUP BY systems`,
  whole: (parts: string) =>
    `SELECT systems, CAST(sum(persons) AS BIGINT) AS persons FROM ${parts} GROUP BY systems`,
};

describe('groups of persons by lists, made some persons at a time', () => {
  for (const atOnce of [1, 2, 3, 7, 8, 100])
    it(`are the same with ${atOnce} ids at once`, () =>
      withStore(async (store) => {
        await store.run(`CREATE TABLE work_persons AS
          SELECT p.id AS person_id, s.name AS system_id FROM range(1, 8) p(id), (VALUES ('a', 1), ('b', 2), ('c', 3)) s(name, every)
          WHERE p.id % s.every = 0`);
        await createInSlices(store, sets, atOnce);
        const rows = await store.all<{ systems: string; persons: number }>(
          `SELECT array_to_string(systems, '') AS systems, persons FROM sets ORDER BY 1`,
        );
        expect(rows.map(({ systems, persons }) => `${systems} ${persons}`)).toEqual([
          'a 3',
          'ab 2',
          'abc 1',
          'ac 1',
        ]);
        expect(await store.all("SELECT * FROM duckdb_tables() WHERE table_name = 'sets_parts'")).toEqual([]);
      }));
  it('are none where there are no persons', () =>
    withStore(async (store) => {
      await store.run('CREATE TABLE work_persons (person_id INTEGER, system_id VARCHAR)');
      await createInSlices(store, sets);
      expect(await store.all('SELECT * FROM sets')).toEqual([]);
    }));
});
