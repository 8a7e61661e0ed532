import fc from 'fast-check';
import { expect, test } from 'vitest';
import { strongArticulationPoints } from '../../src/graph/articulation.js';
import { dominatorTree, passedBy, withArcNodes } from '../../src/graph/dominators.js';
import { closureOf, everyWay, graphs, nodesOf } from './arcs.js';

test('a strong articulation point parts others that reached each other', () => {
  fc.assert(
    fc.property(graphs(7, 20), (graph) => {
      const whole = closureOf(graph);
      const expected = nodesOf(graph).filter((gone) => {
        const less = closureOf(graph, gone);
        const others = nodesOf(graph).filter((node) => node !== gone);
        return others.some((u) =>
          others.some((v) => whole[u]![v] && whole[v]![u] && !(less[u]![v] && less[v]![u])),
        );
      });
      expect(strongArticulationPoints(graph)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('what dominates a node, arcs included, is on each of its ways', () => {
  fc.assert(
    fc.property(graphs(), fc.nat(5), (graph, source) => {
      const tree = dominatorTree(withArcNodes(graph), source);
      for (const to of nodesOf(graph).filter((node) => node !== source)) {
        const ways = everyWay(graph, source, to).map(({ nodes, arcs }) => [
          ...nodes.slice(1, -1),
          ...arcs.map((arc) => graph.size + arc),
        ]);
        const all = [...new Set(ways.flat())];
        const expected = all.filter((part) => ways.every((way) => way.includes(part)));
        expect(passedBy(tree, source, to).sort()).toEqual(expected.sort());
      }
    }),
    { numRuns: 150 },
  );
});
