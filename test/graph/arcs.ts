import fc from 'fast-check';
import { type Adjacency, type Arc, packArcs } from '../../src/graph/adjacency.js';

/** Small random graphs with ties, circles and islands. */
export const graphs = (size = 6, mostArcs = 14): fc.Arbitrary<Adjacency> =>
  fc
    .array(fc.record({ from: fc.nat(size - 1), to: fc.nat(size - 1), weight: fc.nat(3) }), {
      maxLength: mostArcs,
    })
    .map((arcs) =>
      packArcs(
        size,
        arcs.map((arc, flow): Arc => ({ ...arc, flow })),
      ),
    );

/** Nodes of a graph. */
export const nodesOf = ({ size }: Adjacency): number[] => Array.from({ length: size }, (_, i) => i);

export interface Walk {
  readonly nodes: readonly number[];
  readonly arcs: readonly number[];
  readonly seconds: number;
}

/** Every way without a repeated node, by enumeration. */
export function everyWay(graph: Adjacency, from: number, to: number): Walk[] {
  const found: Walk[] = [];
  const go = (walk: Walk) => {
    const here = walk.nodes.at(-1)!;
    if (here === to) {
      found.push(walk);
      return;
    }
    for (let arc = graph.start[here]!; arc < graph.start[here + 1]!; arc++) {
      const next = graph.target[arc]!;
      if (walk.nodes.includes(next)) continue;
      const seconds = walk.seconds + graph.weight[arc]!;
      go({ nodes: [...walk.nodes, next], arcs: [...walk.arcs, arc], seconds });
    }
  };
  go({ nodes: [from], arcs: [], seconds: 0 });
  return found;
}

/** Whether a way leads from each node to each. */
export function closureOf(graph: Adjacency, gone = -1): boolean[][] {
  const nodes = nodesOf(graph);
  const reached = nodes.map((u) => nodes.map((v) => u === v));
  for (const [arc, source] of graph.source.entries())
    if (source !== gone && graph.target[arc] !== gone) reached[source]![graph.target[arc]!] = true;
  for (const k of nodes)
    for (const i of nodes) for (const j of nodes) if (reached[i]![k] && reached[k]![j]) reached[i]![j] = true;
  return reached;
}
