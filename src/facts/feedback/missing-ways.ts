import { packArcs } from '../../graph/adjacency.js';
import { remember } from '../../graph/remember.js';
import { arcsTo, search } from '../../graph/search.js';
import type { EcosystemGraph, Flow, Way } from '../../graph/types.js';

/** What would bring an outcome back in time. */
export interface Mend {
  /** extend: existing flows lead there; connect: none do; hasten: they carry it, but too slowly. */
  readonly mend: 'extend' | 'connect' | 'hasten';
  readonly flows: readonly string[];
  /** Systems of the way. */
  readonly systems: readonly string[];
}

export type FindMend = (from: string, to: string, field: string) => Mend;

/** Ways over all flows: those that carry the field first, then the fewest that would have to be extended. */
function extendable(graph: EcosystemGraph, flows: readonly Flow[], field: string) {
  const carrying = new Set(graph.network(field).carrying);
  const arcs = flows.map((flow, i) => ({
    from: graph.place(flow.from)!,
    to: graph.place(flow.to)!,
    weight: carrying.has(i) ? 0 : 1,
    flow: i,
  }));
  const sorted = arcs.sort((a, b) => a.weight - b.weight || a.flow - b.flow);
  const adjacency = packArcs(graph.systems.length, sorted);
  return { adjacency, from: remember((place: number) => search(adjacency, place)) };
}

/** Names the way back that is missing: the one that needs the fewest flows to carry one field more. */
export function missingWays(graph: EcosystemGraph, flows: readonly Flow[]): FindMend {
  const over = remember((field: string) => extendable(graph, flows, field));
  return (from, to, field) => {
    const { adjacency, from: searched } = over(field);
    const arcs = arcsTo(adjacency, searched(graph.place(from)!), graph.place(to)!);
    if (!arcs) return { mend: 'connect', flows: [], systems: [from, to] };
    const taken = arcs.map((arc) => flows[adjacency.flow[arc]!]!);
    const extended = taken.filter((_, i) => adjacency.weight[arcs[i]!] === 1);
    return {
      mend: 'extend',
      flows: extended.map(({ flowId }) => flowId),
      systems: [from, ...taken.map((flow) => flow.to)],
    };
  };
}

/** A way that carries the outcome and is too slow: its slowest flow. */
export function hasten(way: Way): Mend {
  const slowest = way.flows.reduce((a, b) => ((b.latency ?? 0) > (a.latency ?? 0) ? b : a));
  return { mend: 'hasten', flows: [slowest.flowId], systems: way.systems };
}
