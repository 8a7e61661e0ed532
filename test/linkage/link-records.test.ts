import { describe, expect, it } from 'vitest';
import { figures, linkWorld, pairsOf, pairsWithin, personsOf } from './linked.js';
import { makeWorld } from './world/worlds.js';

const contacts = makeWorld('contacts', 5, 0.5);
const truthOf = (world: typeof contacts) => pairsWithin(world.records.map(({ person }) => person));

describe('records without labels', () => {
  it.each([
    { shape: 'contacts', times: 0.5, precision: 0.95, recall: 0.88 },
    { shape: 'noisy', times: 0.2, precision: 0.99, recall: 0.93 },
    { shape: 'historical', times: 0.1, precision: 0.97, recall: 0.9 },
  ] as const)('of the shape $shape become persons', async ({ shape, times, precision, recall }) => {
    const world = makeWorld(shape, 5, times);
    const { store } = await linkWorld(world);
    const found = figures(pairsWithin(await personsOf(store)), truthOf(world));
    store.close();
    expect(found.precision).toBeGreaterThan(precision);
    expect(found.recall).toBeGreaterThan(recall);
  });

  it('give the same on any number of threads and in any order of rows', async () => {
    const runs = [{}, { threads: 1 }, { backwards: true }];
    const results = [];
    for (const run of runs) {
      const { store } = await linkWorld(contacts, {}, run);
      results.push({ pairs: await pairsOf(store), persons: await personsOf(store) });
      store.close();
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  it('explain a pair by steps that sum up to its weight', async () => {
    const { store, linkage } = await linkWorld(contacts);
    for (const { a, b, weight } of (await pairsOf(store)).slice(0, 12)) {
      const told = await linkage.explainPair(a, b);
      const sum = told.steps.reduce((all, step) => all + step.weight + step.frequency, told.prior);
      expect(sum).toBeCloseTo(told.weight, 9);
      expect(told.weight).toBeCloseTo(weight / 1000, 2);
      expect(told.steps.filter(({ level }) => level === 'unknown').every((step) => step.weight === 0)).toBe(
        true,
      );
    }
    store.close();
  });

  it('obey what is known: one person, two persons, and a file that holds everybody once', async () => {
    const { store } = await linkWorld(contacts);
    const [link] = (await pairsOf(store)).filter(({ ppm }) => ppm > 990_000);
    store.close();
    const strangers = contacts.records.findIndex(({ person }) => person !== contacts.records[0]!.person) + 1;
    const world = { ...contacts, records: contacts.records.map((record) => ({ ...record, source: 1 })) };
    const told = await linkWorld(world);
    await told.store.run(`
      CREATE TABLE same AS SELECT 1 AS a, ${strangers} AS b; CREATE TABLE other AS SELECT ${link!.b} AS a, ${link!.a} AS b`);
    const columns = world.columns.map((column) => ({ column, role: column }));
    const { linkRecords } = await import('../../src/linkage/index.js');
    const base = { relation: 'people', columns, compare: 'all' } as const;
    await linkRecords(told.store, { ...base, known: 'same', apart: 'other' });
    const persons = await personsOf(told.store);
    expect(persons[0]).toBe(persons[strangers - 1]);
    expect(persons[link!.a - 1]).not.toBe(persons[link!.b - 1]);
    await linkRecords(told.store, { ...base, deduplicated: [1] });
    expect(pairsWithin(await personsOf(told.store)).size).toBe(0);
    told.store.close();
  });

  it.each([0, 1, 2, 5])('are fine with %i records', async (n) => {
    const { store, linkage } = await linkWorld({ ...contacts, records: contacts.records.slice(0, n) });
    expect(linkage.summary.records).toBe(n);
    expect((await personsOf(store)).length).toBe(n);
    store.close();
  });
});
