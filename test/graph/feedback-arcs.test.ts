import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packArcs } from '../../src/graph/adjacency.js';
import { strongComponents } from '../../src/graph/components.js';
import { type CostlyArc, feedbackArcs } from '../../src/graph/feedback-arcs.js';

const arcsOver = (size: number, mostArcs: number) =>
  fc.uniqueArray(
    fc.record({ from: fc.nat(size - 1), to: fc.nat(size - 1), cost: fc.integer({ min: 1, max: 3 }) }),
    {
      maxLength: mostArcs,
      selector: ({ from, to }) => from * size + to,
    },
  );

/** Whether no circle is left among the arcs. */
function isAcyclic(size: number, arcs: readonly CostlyArc[]): boolean {
  const graph = packArcs(
    size,
    arcs.map(({ from, to }, flow) => ({ from, to, weight: 1, flow })),
  );
  return strongComponents(graph).count === size && arcs.every(({ from, to }) => from !== to);
}

const costOf = (arcs: readonly CostlyArc[]): number => arcs.reduce((sum, { cost }) => sum + cost, 0);

/** The least cost of any set of arcs whose loss leaves no circle. */
function leastCost(size: number, arcs: readonly CostlyArc[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 1 << arcs.length; set++) {
    const kept = arcs.filter((_, i) => ((set >> i) & 1) === 0);
    if (isAcyclic(size, kept)) least = Math.min(least, costOf(arcs) - costOf(kept));
  }
  return least;
}

test('the arcs cut are the cheapest whose loss leaves no circle', () => {
  fc.assert(
    fc.property(arcsOver(5, 10), (arcs) => {
      const cut = feedbackArcs(5, arcs);
      const kept = arcs.filter((_, i) => !cut.arcs.includes(i));
      expect(cut.exact).toBe(true);
      expect(isAcyclic(5, kept)).toBe(true);
      expect(costOf(cut.arcs.map((i) => arcs[i]!))).toBe(leastCost(5, arcs));
    }),
    { numRuns: 60 },
  );
});

test('of many nodes no circle is left either, and half of what they cost at most is cut', () => {
  fc.assert(
    fc.property(arcsOver(30, 120), (arcs) => {
      const cut = feedbackArcs(30, arcs);
      expect(
        isAcyclic(
          30,
          arcs.filter((_, i) => !cut.arcs.includes(i)),
        ),
      ).toBe(true);
      const isLoop = (i: number) => arcs[i]!.from === arcs[i]!.to;
      const between = arcs.filter((_, i) => !isLoop(i));
      const among = cut.arcs.filter((i) => !isLoop(i)).map((i) => arcs[i]!);
      expect(costOf(among)).toBeLessThanOrEqual(costOf(between) / 2);
    }),
    { numRuns: 30 },
  );
});

test('adding an arc never makes the cut cheaper', () => {
  fc.assert(
    fc.property(arcsOver(6, 14), (arcs) => {
      const cost = (list: readonly CostlyArc[]) => costOf(feedbackArcs(6, list).arcs.map((i) => list[i]!));
      expect(cost(arcs.slice(0, -1))).toBeLessThanOrEqual(cost(arcs));
    }),
    { numRuns: 60 },
  );
});

test('twenty nodes are still ordered exactly', () => {
  const ring = Array.from({ length: 20 }, (_, i) => ({ from: i, to: (i + 1) % 20, cost: i === 7 ? 1 : 2 }));
  expect(feedbackArcs(20, ring)).toEqual({ arcs: [7], exact: true });
});

test('what cannot be looked through does not claim to be the cheapest', () => {
  const ring = Array.from({ length: 21 }, (_, i) => ({ from: i, to: (i + 1) % 21, cost: 1 }));
  const cut = feedbackArcs(21, ring);
  expect(cut.exact).toBe(false);
  expect(cut.arcs).toHaveLength(1);
});

test('a hub with any number of spokes is cut exactly, since no circle leaves a spoke', () => {
  const spokes = Array.from({ length: 40 }, (_, i) => [
    { from: 0, to: i + 1, cost: 3 },
    { from: i + 1, to: 0, cost: 2 },
  ]).flat();
  const cut = feedbackArcs(41, spokes);
  expect(cut.exact).toBe(true);
  expect(cut.arcs.map((i) => spokes[i]!.to)).toEqual(Array.from({ length: 40 }, () => 0));
});
