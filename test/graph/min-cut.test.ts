import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packEvery } from '../../src/graph/adjacency.js';
import { fewestArcs } from '../../src/graph/min-cut.js';

const size = 5;
const graphs = fc
  .array(fc.record({ from: fc.nat(size - 1), to: fc.nat(size - 1) }), { maxLength: 11 })
  .map((arcs) =>
    packEvery(
      size,
      arcs.map((arc, flow) => ({ ...arc, weight: 1, flow })),
    ),
  );

/** Whether the last node is reached from the first over arcs that are kept and past no closed node. */
function isReached(
  graph: ReturnType<typeof packEvery>,
  keep: (arc: number) => boolean,
  closed: ReadonlySet<number>,
) {
  const reached = new Set([0]);
  for (const node of reached)
    for (let arc = graph.start[node]!; arc < graph.start[node + 1]!; arc++) {
      const to = graph.target[arc]!;
      if (keep(arc) && (to === size - 1 || !closed.has(to))) reached.add(to);
    }
  return reached.has(size - 1);
}

test('the arcs found cut all ways, and fewer do not', () => {
  fc.assert(
    fc.property(graphs, fc.subarray([1, 2, 3], { maxLength: 1 }), (graph, list) => {
      const closed = new Set(list);
      const cut = fewestArcs(graph, 0, size - 1, closed);
      expect(isReached(graph, (arc) => !cut.includes(arc), closed)).toBe(false);
      const count = graph.target.length;
      for (let set = 0; set < 1 << count; set++) {
        const gone = Array.from({ length: count }, (_, arc) => arc).filter((arc) => (set >> arc) & 1);
        if (gone.length < cut.length)
          expect(isReached(graph, (arc) => !gone.includes(arc), closed)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('of equally few arcs those next to the end are named', () => {
  const graph = packEvery(3, [
    { from: 0, to: 1, weight: 1, flow: 0 },
    { from: 1, to: 2, weight: 1, flow: 1 },
  ]);
  expect(fewestArcs(graph, 0, 2, new Set())).toEqual([1]);
});
