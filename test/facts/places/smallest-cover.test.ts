import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Offering, smallestCover } from '../../../src/facts/places/smallest-cover.js';

const offering = (id: string, ...covers: number[]): Offering => ({ id, covers: new Set(covers) });

test('the fewest offerings win, not the widest one first', () => {
  const wide = [offering('wide', 1, 2, 3, 4), offering('left', 1, 2, 5), offering('right', 3, 4, 6)];
  expect(smallestCover(new Set([1, 2, 3, 4, 5, 6]), wide)).toEqual(['left', 'right']);
});

test('nothing needs nothing, and what nobody offers cannot be covered', () => {
  expect(smallestCover(new Set(), [offering('a', 1)])).toEqual([]);
  expect(smallestCover(new Set([1, 2]), [offering('a', 1)])).toBeUndefined();
});

/** The size of a smallest cover, by trying every set. */
function smallestByForce(needed: ReadonlySet<number>, all: readonly Offering[]): number | undefined {
  const sizes = Array.from({ length: 2 ** all.length }, (_, set) => all.filter((_, i) => (set >> i) & 1))
    .filter((set) => [...needed].every((need) => set.some(({ covers }) => covers.has(need))))
    .map((set) => set.length);
  return sizes.length === 0 ? undefined : Math.min(...sizes);
}

test('it covers what is needed with as few offerings as any set does', () => {
  const needs = fc.uniqueArray(fc.nat(6), { maxLength: 7 });
  fc.assert(
    fc.property(needs, fc.array(needs, { maxLength: 8 }), (needed, offers) => {
      const all = offers.map((covers, i) => offering(`p${i}`, ...covers));
      const found = smallestCover(new Set(needed), all);
      expect(found?.length).toBe(smallestByForce(new Set(needed), all));
      const covered = new Set(
        all.filter(({ id }) => found?.includes(id)).flatMap(({ covers }) => [...covers]),
      );
      if (found) expect(needed.every((need) => covered.has(need))).toBe(true);
    }),
  );
});
