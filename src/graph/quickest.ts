import type { Adjacency } from './adjacency.js';
import { NodeHeap } from './heap.js';

const unreached = -2;
const root = -1;

/** For every node the arc by which the quickest way from the source enters it; -1 for the source, -2 when unreached. */
export type QuickestTree = Int32Array;

/**
 * Dijkstra from one source. Of equally quick ways the one with fewer hops wins, then the one whose last
 * system, last but one … comes first, so the answer never depends on the order of the input.
 */
export function quickestTree(graph: Adjacency, source: number): QuickestTree {
  const { start, target, weight } = graph;
  const seconds = new Float64Array(graph.size).fill(Number.POSITIVE_INFINITY);
  const hops = new Int32Array(graph.size);
  const via = new Int32Array(graph.size).fill(unreached);
  const order = (a: number, b: number) => seconds[a]! - seconds[b]! || hops[a]! - hops[b]! || a - b;
  const queue = new NodeHeap(graph.size, (a, b) => order(a, b) < 0);
  seconds[source] = 0;
  via[source] = root;
  queue.raise(source);
  for (let u = queue.pop(); u >= 0; u = queue.pop()) {
    for (let arc = start[u]!; arc < start[u + 1]!; arc++) {
      const v = target[arc]!;
      const gain = seconds[v]! - (seconds[u]! + weight[arc]!) || hops[v]! - (hops[u]! + 1);
      if (gain > 0) {
        seconds[v] = seconds[u]! + weight[arc]!;
        hops[v] = hops[u]! + 1;
        via[v] = arc;
        queue.raise(v);
      } else if (gain === 0 && via[v]! >= 0 && u < graph.source[via[v]!]!) via[v] = arc;
    }
  }
  return via;
}

/** Arcs from the tree's source to the node, in order; undefined when it is not reached. */
export function arcsTo(graph: Adjacency, tree: QuickestTree, node: number): number[] | undefined {
  if (tree[node] === unreached) return undefined;
  const arcs: number[] = [];
  for (let arc = tree[node]!; arc !== root; arc = tree[graph.source[arc]!]!) arcs.push(arc);
  return arcs.reverse();
}
