import { packEvery } from '../../graph/adjacency.js';
import { type Cut, feedbackArcs } from '../../graph/feedback-arcs.js';
import { fewestArcs } from '../../graph/min-cut.js';
import type { Flow, Network } from '../../graph/types.js';

/** Flows among the systems of a circle, those to make read-only, and those of them by which masters part. */
export interface Broken {
  readonly flows: readonly number[];
  readonly readOnly: readonly number[];
  readonly exact: boolean;
  readonly partMasters: readonly number[];
}

/** Each pair of masters is looked at in both directions; with more of them the order of belief must be decided first. */
const mostMasters = 8;

/** The fewest flows found whose loss leaves no two masters overwriting each other; of equal sets what the first write stays. */
function partMasters(
  pairs: readonly Pair[],
  systems: readonly string[],
  masters: readonly string[],
): number[] {
  const places = masters.map((id) => systems.indexOf(id));
  if (places.length < 2 || places.length > mostMasters) return [];
  const dear = places.length * places.length;
  const arcs = pairs.flatMap(({ from, to, flows }) => flows.map((flow) => ({ from, to, weight: 1, flow })));
  const graph = packEvery(systems.length, arcs);
  const closed = new Set(places);
  const writes = places.flatMap((giver, from) =>
    places.flatMap((receiver, to) => {
      const cut = from === to ? [] : fewestArcs(graph, giver, receiver, closed);
      return cut.length === 0 ? [] : [{ from, to, cost: cut.length * dear + Number(from < to), cut }];
    }),
  );
  const undone = feedbackArcs(places.length, writes).arcs.flatMap((i) => writes[i]!.cut);
  return [...new Set(undone)].map((arc) => graph.flow[arc]!);
}

/** Flows between two systems, given by their places among those of the circle. */
interface Pair {
  readonly from: number;
  readonly to: number;
  readonly flows: number[];
}

/** Flows among some places by their two ends, parallel flows together. */
function flowsAmong(network: Network, flows: readonly Flow[], places: ReadonlyMap<string, number>): Pair[] {
  const pairs = new Map<number, Pair>();
  for (const i of network.carrying) {
    const [from, to] = [places.get(flows[i]!.from), places.get(flows[i]!.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const pair = pairs.get(from * places.size + to) ?? { from, to, flows: [] };
    pair.flows.push(i);
    pairs.set(from * places.size + to, pair);
  }
  return [...pairs.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The fewest flows to make read-only; of equal sets one that leaves the flows of masters, in order of belief, alone. */
export function breakCircle(
  network: Network,
  flows: readonly Flow[],
  systems: readonly string[],
  ranked: readonly string[],
): Broken {
  const masters = new Set(ranked);
  const pairs = flowsAmong(network, flows, new Map(systems.map((id, i) => [id, i])));
  const dear = pairs.length + 1;
  const arcs = pairs.map(({ from, to, flows: between }) => {
    const cost = between.length * dear + (masters.has(systems[from]!) && !masters.has(systems[to]!) ? 1 : 0);
    return { from, to, cost };
  });
  const cut: Cut = feedbackArcs(systems.length, arcs);
  return {
    flows: pairs.flatMap((pair) => pair.flows),
    readOnly: cut.arcs.flatMap((arc) => pairs[arc]!.flows),
    exact: cut.exact,
    partMasters: partMasters(pairs, systems, ranked),
  };
}
