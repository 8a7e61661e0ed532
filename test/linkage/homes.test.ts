import { describe, expect, it } from 'vitest';
import { figures, linkWorld, pairsWithin, personsOf } from './linked.js';
import { makeWorld } from './world/worlds.js';

describe('people of one home', () => {
  it('are told apart where many records share a home and nothing of their own', async () => {
    const world = makeWorld('bank', 5, 0.3);
    const { store, linkage } = await linkWorld(world);
    const found = figures(
      pairsWithin(await personsOf(store)),
      pairsWithin(world.records.map(({ person }) => person)),
    );
    store.close();
    expect(linkage.summary.links).toBeGreaterThan(500);
    expect(found.recall).toBeGreaterThan(0.95);
    expect(found.precision).toBeGreaterThan(0.87);
  });
});
