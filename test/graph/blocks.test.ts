import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf, type Ends } from '../../src/graph/blocks.js';

const size = 6;
const arcs = fc.array(fc.record({ from: fc.nat(size - 1), to: fc.nat(size - 1) }), { maxLength: 9 });

/** Whether a ring without a repeated node or arc leads through both arcs, by trying all of them. */
function shareRing(list: readonly Ends[], a: number, b: number): boolean {
  const start = list[a]!.from;
  const walk = (here: number, taken: readonly number[], seen: readonly number[]): boolean =>
    list.some(({ from, to }, i) => {
      if (taken.includes(i) || from === to || (from !== here && to !== here)) return false;
      const next = from === here ? to : from;
      if (next === start) return [...taken, i].includes(b);
      return !seen.includes(next) && walk(next, [...taken, i], [...seen, next]);
    });
  const first = list[a]!.to;
  return walk(first, [a], [start, first]);
}

test('two arcs are in one block exactly when a ring leads through both', () => {
  fc.assert(
    fc.property(arcs, (list) => {
      const blocks = blocksOf(size, list);
      const blockOf = (arc: number) => blocks.findIndex((block) => block.includes(arc));
      const real = list.flatMap(({ from, to }, i) => (from === to ? [] : [i]));
      expect(blocks.flat().sort((a, b) => a - b)).toEqual(real);
      for (const a of real)
        for (const b of real.filter((other) => other !== a))
          expect(blockOf(a) === blockOf(b)).toBe(shareRing(list, a, b));
    }),
    { numRuns: 300 },
  );
});
