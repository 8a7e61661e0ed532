import type { Adjacency } from './adjacency.js';
import { isTight, type Search } from './search.js';

/** What passes on the way from one node to others. */
export interface Loads {
  /** By node, as one that is passed: neither the source nor where it ends. */
  readonly nodes: Float64Array;
  readonly arcs: Float64Array;
}

/** Numbers of quickest ways to each node. */
function countWays(graph: Adjacency, found: Search): Float64Array {
  const ways = new Float64Array(graph.size);
  ways[found.source] = 1;
  for (const u of found.order)
    for (let arc = graph.start[u]!; arc < graph.start[u + 1]!; arc++)
      if (isTight(graph, found, arc)) ways[graph.target[arc]!]! += ways[u]!;
  return ways;
}

/**
 * Adds to `loads` what is sent from the search's source: `demand` tells how much to each node. Where several ways are
 * equally quick, each takes its share (Brandes 2001, with demands in place of all pairs).
 */
export function addLoads(
  graph: Adjacency,
  found: Search,
  demand: (node: number) => number,
  loads: Loads,
): void {
  const ways = countWays(graph, found);
  const passing = new Float64Array(graph.size);
  for (const u of found.order.toReversed()) {
    for (let arc = graph.start[u]!; arc < graph.start[u + 1]!; arc++) {
      if (!isTight(graph, found, arc)) continue;
      const v = graph.target[arc]!;
      const share = (ways[u]! / ways[v]!) * (demand(v) + passing[v]!);
      passing[u]! += share;
      loads.arcs[arc]! += share;
    }
    if (u !== found.source) loads.nodes[u]! += passing[u]!;
  }
}

export const noLoads = ({ size, target }: Adjacency): Loads => ({
  nodes: new Float64Array(size),
  arcs: new Float64Array(target.length),
});
