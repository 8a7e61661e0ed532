import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClusterOptions, cluster, type Edge } from '../../src/linkage/cluster.js';

const options: ClusterOptions = { unseen: -3, most: 8, least: -6, threshold: 0, mayJoin: () => true };
const all = (records: readonly number[], weight: number): Edge[] =>
  records.flatMap((a, i) => records.slice(i + 1).map((b) => ({ a, b, weight })));
const sorted = (groups: number[][]) =>
  groups.map((group) => group.toSorted((x, y) => x - y)).sort((x, y) => x[0]! - y[0]!);

describe('groups of records', () => {
  it('are not glued together by one bridge', () => {
    const families = [...all([1, 2, 3, 4], 9), ...all([5, 6, 7, 8], 9), { a: 4, b: 5, weight: 9 }];
    expect(sorted(cluster(families, options))).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
  });

  it('take in a record that most of them know', () => {
    expect(
      sorted(cluster([...all([1, 2, 3], 9), { a: 1, b: 4, weight: 4 }, { a: 2, b: 4, weight: 4 }], options)),
    ).toEqual([[1, 2, 3, 4]]);
  });

  it('leave apart who may not join, and take chains of thousands apart', () => {
    expect(cluster(all([1, 2, 3], 9), { ...options, mayJoin: () => false })).toEqual([]);
    const chain = Array.from({ length: 3000 }, (_, i) => ({ a: i, b: i + 1, weight: 9 }));
    expect(Math.max(...cluster(chain, options).map((group) => group.length))).toBeLessThanOrEqual(400);
  });

  it('do not depend on the order of links, and hold nobody twice', () => {
    const edge = fc.record({
      a: fc.nat(8),
      b: fc.integer({ min: 9, max: 16 }),
      weight: fc.integer({ min: -5, max: 9 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(edge, { selector: ({ a, b }) => `${a}-${b}`, maxLength: 30 }), (edges) => {
        const groups = sorted(cluster(edges, options));
        const records = groups.flat();
        expect(new Set(records).size).toBe(records.length);
        expect(sorted(cluster(edges, options))).toEqual(groups);
      }),
    );
  });
});
