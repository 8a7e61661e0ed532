import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packArcs } from '../../src/graph/adjacency.js';
import { addLoads, noLoads } from '../../src/graph/betweenness.js';
import { search } from '../../src/graph/search.js';
import { everyWay, graphs, nodesOf } from './arcs.js';

test('each quickest way takes an equal share of what is demanded at its end', () => {
  fc.assert(
    fc.property(
      graphs(),
      fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
      fc.nat(5),
      (graph, wanted, source) => {
        const loads = noLoads(graph);
        addLoads(graph, search(graph, source), (node) => wanted[node]!, loads);
        const nodes = nodesOf(graph).map(() => 0);
        const arcs = Array.from(graph.target, () => 0);
        for (const to of nodesOf(graph).filter((node) => node !== source)) {
          const ways = everyWay(graph, source, to);
          const best = ways.map(({ seconds, arcs: hops }) => seconds * 100 + hops.length);
          const quickest = ways.filter((_, i) => best[i] === Math.min(...best));
          for (const way of quickest) {
            for (const node of way.nodes.slice(1, -1)) nodes[node]! += wanted[to]! / quickest.length;
            for (const arc of way.arcs) arcs[arc]! += wanted[to]! / quickest.length;
          }
        }
        for (const [i, load] of nodes.entries()) expect(loads.nodes[i]).toBeCloseTo(load, 9);
        for (const [i, load] of arcs.entries()) expect(loads.arcs[i]).toBeCloseTo(load, 9);
      },
    ),
    { numRuns: 150 },
  );
});

test('two equally quick ways share a demand', () => {
  const arcs = [
    { from: 0, to: 1, weight: 1, flow: 0 },
    { from: 0, to: 2, weight: 1, flow: 1 },
    { from: 1, to: 3, weight: 1, flow: 2 },
    { from: 2, to: 3, weight: 1, flow: 3 },
  ];
  const graph = packArcs(4, arcs);
  const loads = noLoads(graph);
  addLoads(graph, search(graph, 0), (node) => (node === 3 ? 1 : 0), loads);
  expect([...loads.nodes]).toEqual([0, 0.5, 0.5, 0]);
});
