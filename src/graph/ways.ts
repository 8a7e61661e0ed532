import type { Adjacency } from './adjacency.js';
import { type Search, unreached } from './search.js';
import type { Flow, Way } from './types.js';

/** Sum of latencies in seconds; null when one of them is unknown. */
function latencyOf(flows: readonly Flow[]): number | null {
  let sum = 0;
  for (const { latency } of flows) {
    if (latency === null) return null;
    sum += latency;
  }
  return sum;
}

/** The way a search took to a node, over `flows` that arcs stand for; undefined when it was not reached. */
export function wayTo(
  graph: Adjacency,
  { via, hops }: Search,
  node: number,
  names: readonly string[],
  flows: readonly Flow[],
): Way | undefined {
  if (via[node] === unreached) return undefined;
  const taken = new Array<Flow>(hops[node]!);
  const systems = new Array<string>(taken.length + 1);
  let at = node;
  for (let i = taken.length; i > 0; i--) {
    const arc = via[at]!;
    taken[i - 1] = flows[graph.flow[arc]!]!;
    systems[i] = names[at]!;
    at = graph.source[arc]!;
  }
  systems[0] = names[at]!;
  return { latency: latencyOf(taken), systems, flows: taken };
}
