import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adjustedRandIndex,
  agreement,
  modularity,
  type Partition,
  renumber,
  type Tie,
} from '../../src/graph/partitions.js';

const size = 9;
const partition: fc.Arbitrary<Partition> = fc.array(fc.nat(4), { minLength: size, maxLength: size });
const ties: fc.Arbitrary<Tie[]> = fc
  .array(fc.record({ a: fc.nat(size - 1), b: fc.nat(size - 1), weight: fc.integer({ min: 1, max: 9 }) }), {
    minLength: 1,
  })
  .map((list) => {
    const distinct = new Map<string, Tie>();
    for (const { a, b, weight } of list)
      if (a !== b) distinct.set(`${Math.min(a, b)} ${Math.max(a, b)}`, { a, b, weight });
    return [...distinct.values()];
  });

const together = (groups: Partition, i: number, j: number): boolean => groups[i] === groups[j];

/** From the four kinds of pairs: together in both, in one, in the other, in neither. */
function countedIndex(one: Partition, other: Partition): number {
  let [both, first, second, neither] = [0, 0, 0, 0];
  for (let i = 0; i < one.length; i++)
    for (let j = i + 1; j < one.length; j++) {
      const [a, b] = [together(one, i, j), together(other, i, j)];
      if (a && b) both += 1;
      else if (a) first += 1;
      else if (b) second += 1;
      else neither += 1;
    }
  const below = (both + first) * (first + neither) + (both + second) * (second + neither);
  return below === 0 ? 1 : (2 * (both * neither - first * second)) / below;
}

/** The definition as a sum over all ordered pairs of nodes. */
function summedModularity(list: readonly Tie[], groups: Partition): number {
  const weight = groups.map(() => groups.map(() => 0));
  for (const tie of list) {
    weight[tie.a]![tie.b] = tie.weight;
    weight[tie.b]![tie.a] = tie.weight;
  }
  const degree = weight.map((row) => row.reduce((sum, value) => sum + value, 0));
  const twice = degree.reduce((sum, value) => sum + value, 0);
  let quality = 0;
  for (const i of groups.keys())
    for (const j of groups.keys())
      if (together(groups, i, j)) quality += weight[i]![j]! - (degree[i]! * degree[j]!) / twice;
  return quality / twice;
}

describe('the adjusted Rand index', () => {
  test('is what counting every pair gives', () => {
    fc.assert(
      fc.property(partition, partition, (one, other) => {
        expect(adjustedRandIndex(one, other)).toBeCloseTo(countedIndex(one, other), 12);
      }),
    );
  });

  test('is 1 for the same groups whatever their numbers, and the same from either side', () => {
    fc.assert(
      fc.property(partition, partition, (one, other) => {
        expect(adjustedRandIndex(one, renumber(one.map((group) => 9 - group)))).toBe(1);
        expect(adjustedRandIndex(one, other)).toBe(adjustedRandIndex(other, one));
      }),
    );
  });

  test.each([
    ['one group against single nodes', [0, 0, 0, 0], [0, 1, 2, 3], 0],
    ['crossing pairs', [0, 0, 1, 1], [0, 1, 0, 1], -0.5],
    ['one of six nodes elsewhere', [0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1], 24 / 74],
  ])('of %s is known', (_, one, other, index) =>
    expect(adjustedRandIndex(one, other)).toBeCloseTo(index, 12),
  );
});

describe('modularity', () => {
  test('is the sum over all pairs of nodes that defines it', () => {
    fc.assert(
      fc.property(ties, partition, (list, groups) => {
        const quality = list.length === 0 ? 0 : summedModularity(list, groups);
        expect(modularity(list, groups)).toBeCloseTo(quality, 12);
      }),
    );
  });

  test('of everything in one group is 0, and of two halves that do not speak one half', () => {
    const list = [
      { a: 0, b: 1, weight: 3 },
      { a: 2, b: 3, weight: 3 },
    ];
    expect(modularity(list, [0, 0, 0, 0])).toBe(0);
    expect(modularity(list, [0, 0, 1, 1])).toBe(0.5);
  });
});

test('partitions that are all the same agree, a single one with itself', () => {
  expect(agreement([[0, 1, 1]])).toBe(1);
  expect(
    agreement([
      [0, 0, 1, 1],
      [1, 1, 0, 0],
      [0, 1, 0, 1],
    ]),
  ).toBeCloseTo((1 - 0.5 - 0.5) / 3, 12);
});
