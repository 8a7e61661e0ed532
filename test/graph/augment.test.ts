import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pair, strongAugmentation } from '../../src/graph/augment.js';

/** Reachability by squaring: slow and plain. */
function reaches(size: number, arcs: readonly Pair[]): boolean[][] {
  const to = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => i === j));
  for (const [a, b] of arcs) to[a]![b] = true;
  for (let k = 0; k < size; k++)
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) to[i]![j] ||= to[i]![k]! && to[k]![j]!;
  return to;
}

const isStrong = (size: number, arcs: readonly Pair[]): boolean =>
  reaches(size, arcs).every((row) => row.every(Boolean));

const graphs = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      arcs: fc.array(fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.integer({ min: 0, max: size - 1 })), {
        maxLength: 3 * size,
      }),
    }),
  );

/** Fewest arcs by trying all sets of so many. */
function fewest(size: number, arcs: readonly Pair[]): number {
  const possible = Array.from(
    { length: size * size },
    (_, i): Pair => [Math.floor(i / size), i % size],
  ).filter(([a, b]) => a !== b);
  const tries = (left: number, from: number, chosen: readonly Pair[]): boolean => {
    if (left === 0) return isStrong(size, [...arcs, ...chosen]);
    for (let i = from; i < possible.length; i++)
      if (tries(left - 1, i + 1, [...chosen, possible[i]!])) return true;
    return false;
  };
  let count = 0;
  while (!tries(count, 0, [])) count += 1;
  return count;
}

describe('the fewest arcs that let all reach all', () => {
  test('are as few as trying all sets finds', () => {
    fc.assert(
      fc.property(graphs(4), ({ size, arcs }) => {
        const added = strongAugmentation(size, arcs);
        expect(isStrong(size, [...arcs, ...added])).toBe(true);
        expect(added.length).toBe(fewest(size, arcs));
      }),
      { numRuns: 150 },
    );
  });

  test('join larger graphs with as many arcs as the bound says', () => {
    fc.assert(
      fc.property(graphs(14), ({ size, arcs }) => {
        const added = strongAugmentation(size, arcs);
        expect(isStrong(size, [...arcs, ...added])).toBe(true);
        const to = reaches(size, arcs);
        const first = (i: number) => to[i]!.findIndex((is, j) => is && to[j]![i]);
        const heads = [...new Set(Array.from({ length: size }, (_, i) => first(i)))];
        const isSource = (i: number) => heads.every((j) => j === i || !to[j]![i]);
        const isSink = (i: number) => heads.every((j) => j === i || !to[i]![j]);
        const [s, t] = [heads.filter(isSource).length, heads.filter(isSink).length];
        expect(added.length).toBe(heads.length === 1 ? 0 : Math.max(s, t));
      }),
      { numRuns: 400 },
    );
  });
});
