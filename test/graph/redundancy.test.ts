import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Link, otherWaysAmong } from '../../src/graph/redundancy.js';

const links = fc.array(
  fc.record({
    from: fc.nat(4),
    to: fc.nat(4),
    seconds: fc.option(fc.nat(3), { nil: undefined }),
  }),
  { maxLength: 10 },
);

/** The least seconds from one node to another over links of known time, by relaxing all of them often enough. */
function leastSeconds(list: readonly Link[], from: number, to: number): number {
  const seconds = [0, 1, 2, 3, 4].map((node) => (node === from ? 0 : Number.POSITIVE_INFINITY));
  for (let round = 0; round < 5; round++)
    for (const link of list)
      if (link.seconds !== undefined)
        seconds[link.to] = Math.min(seconds[link.to]!, seconds[link.from]! + link.seconds);
  return seconds[to]!;
}

test('a link is replaceable when the others take no longer from its beginning to its end', () => {
  fc.assert(
    fc.property(links, fc.uniqueArray(fc.nat(9), { maxLength: 3 }), (list, out) => {
      const gone = new Set(out);
      const otherWay = otherWaysAmong(5, list);
      for (const [i, { from, to, seconds }] of list.entries()) {
        const others = list.filter((_, j) => j !== i && !gone.has(j));
        const expected = from !== to && seconds !== undefined && leastSeconds(others, from, to) <= seconds;
        const way = otherWay(i, gone)?.map((link) => list[link]!);
        expect(way !== undefined).toBe(expected);
        if (!way) continue;
        expect([way[0]!.from, way.at(-1)!.to]).toEqual([from, to]);
        expect(way.slice(1).every((link, j) => link.from === way[j]!.to)).toBe(true);
        expect(way.reduce((sum, link) => sum + link.seconds!, 0)).toBeLessThanOrEqual(seconds!);
      }
    }),
  );
});
