import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCommunities } from '../../src/graph/communities.js';
import { agreement, modularity, renumber, type Tie } from '../../src/graph/partitions.js';
import { seededRandom, shuffled } from '../../src/graph/seeded-random.js';

/** Groups of six that exchange much inside and little with each other. */
function planted(groups: number, seed: number): { ties: Tie[]; truth: number[] } {
  const random = seededRandom(seed);
  const place = shuffled(groups * 6, random);
  const groupOf = (node: number): number => Math.floor(place[node]! / 6);
  const ties: Tie[] = [];
  for (let a = 0; a < groups * 6; a++)
    for (let b = a + 1; b < groups * 6; b++) {
      const near = groupOf(a) === groupOf(b);
      if (random() < (near ? 0.9 : 0.08)) ties.push({ a, b, weight: near ? 4 : 1 });
    }
  return { ties, truth: renumber(place.map((_, node) => groupOf(node))) };
}

test('finds groups that were planted, from every start', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 6 }), fc.nat(1000), async (groups, seed) => {
      const { ties, truth } = planted(groups, seed);
      const { best, starts } = await findCommunities(truth.length, ties, 5);
      expect(best).toEqual(truth);
      expect(agreement(starts)).toBeGreaterThan(0.9);
    }),
    { numRuns: 20 },
  );
});

test('finds groups nearly as good as the best there are, by trying all of six nodes', async () => {
  const every = (size: number): number[][] =>
    size === 0
      ? [[]]
      : every(size - 1).flatMap((rest) =>
          Array.from({ length: Math.max(-1, ...rest) + 2 }, (_, group) => [...rest, group]),
        );
  const all = every(6);
  const tie = fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 5 }));
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(tie, { selector: ([a, b]) => Math.min(a, b) * 6 + Math.max(a, b), minLength: 1 }),
      async (list) => {
        const ties = list.filter(([a, b]) => a !== b).map(([a, b, weight]) => ({ a, b, weight }));
        if (ties.length === 0) return;
        const { best, starts } = await findCommunities(6, ties, 20);
        const own = modularity(ties, best);
        const most = Math.max(...all.map((groups) => modularity(ties, groups)));
        expect(own).toBeLessThanOrEqual(most + 1e-12);
        expect(own).toBeGreaterThanOrEqual(most - 0.05);
        for (const groups of starts) expect(modularity(ties, groups)).toBeLessThanOrEqual(own);
      },
    ),
    { numRuns: 60 },
  );
});

test('says the same twice, and of starts that are equal twice the same', async () => {
  const { ties, truth } = planted(4, 7);
  const [one, two] = [
    await findCommunities(truth.length, ties, 8),
    await findCommunities(truth.length, ties, 8),
  ];
  expect(one).toEqual(two);
  expect((await findCommunities(truth.length, ties, 3)).starts).toEqual(one.starts.slice(0, 3));
});
