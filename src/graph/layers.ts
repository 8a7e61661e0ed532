import { dominatorTree, reverse, withArcNodes } from './dominators.js';
import { covers } from './fields.js';
import { adjacencyOf } from './network.js';
import { reachability } from './reachability.js';
import { remember } from './remember.js';
import { search } from './search.js';
import type { Flow, Network } from './types.js';

/** A flow carries a field when it maps a path that covers it onto the same path. */
const carries = (flow: Flow, field: string): boolean =>
  flow.fields.some((entry) => entry.sourceField === entry.targetField && covers(entry.sourceField, field));

function networkOf(nodes: readonly string[], flows: readonly Flow[], carrying: readonly number[]): Network {
  const adjacency = adjacencyOf(nodes, flows, carrying);
  const reaches = remember((_: undefined) => reachability(adjacency));
  const halves = remember((_: undefined) => {
    const forward = withArcNodes(adjacency);
    return { forward, back: reverse(forward) };
  });
  return {
    adjacency,
    carrying,
    search: remember((from: number) => search(adjacency, from)),
    dominators: remember((from: number) => {
      const { forward, back } = halves(undefined);
      return dominatorTree(forward, from, back);
    }),
    reaches: (from, to) => reaches(undefined)(from, to),
  };
}

/** The network of a field, or of all flows without one. Fields that go on the same flows share their network. */
export function networksOver(
  nodes: readonly string[],
  flows: readonly Flow[],
): (field: string | undefined) => Network {
  const known = new Map<string, Network>();
  return remember((field: string | undefined) => {
    const carrying = flows.flatMap((flow, i) => (field === undefined || carries(flow, field) ? [i] : []));
    const key = carrying.join();
    const network = known.get(key) ?? networkOf(nodes, flows, carrying);
    known.set(key, network);
    return network;
  });
}
