import type { Adjacency } from './adjacency.js';
import { NodeHeap } from './heap.js';

/** What a search from one node found. */
export interface Search {
  readonly source: number;
  /** Seconds and hops of the quickest way to each node; infinite where there is none. */
  readonly seconds: Float64Array;
  readonly hops: Int32Array;
  /** The arc by which it enters the node; -1 for the source, -2 when unreached. */
  readonly via: Int32Array;
  /** Reached nodes, nearest first. */
  readonly order: readonly number[];
}

export const unreached = -2;
export const root = -1;

/**
 * Dijkstra from one source. Of equally quick ways the one with fewer hops wins, then the one whose last
 * system, last but one … comes first, so the answer never depends on the order of the input.
 */
export function search(graph: Adjacency, source: number): Search {
  const { start, target, weight } = graph;
  const seconds = new Float64Array(graph.size).fill(Number.POSITIVE_INFINITY);
  const hops = new Int32Array(graph.size);
  const via = new Int32Array(graph.size).fill(unreached);
  const queue = new NodeHeap(seconds, hops);
  const order: number[] = [];
  seconds[source] = 0;
  via[source] = root;
  queue.raise(source);
  for (let u = queue.pop(); u >= 0; u = queue.pop()) {
    order.push(u);
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
  return { source, seconds, hops, via, order };
}

/** Arcs from the source to the node, in order; undefined when it is not reached. */
export function arcsTo(graph: Adjacency, { via }: Search, node: number): number[] | undefined {
  if (via[node] === unreached) return undefined;
  const arcs: number[] = [];
  for (let arc = via[node]!; arc !== root; arc = via[graph.source[arc]!]!) arcs.push(arc);
  return arcs.reverse();
}

/** Whether the arc is on a quickest way from the source. */
export const isTight = (graph: Adjacency, { seconds, hops }: Search, arc: number): boolean => {
  const [u, v] = [graph.source[arc]!, graph.target[arc]!];
  return seconds[v] === seconds[u]! + graph.weight[arc]! && hops[v] === hops[u]! + 1;
};
