import { MultiDirectedGraph } from 'graphology';
import { type Adjacency, type Arc, packArcs } from './adjacency.js';
import { byCodeUnit, covers } from './fields.js';
import type { Flow, Inventory } from './types.js';

type FlowGraph = MultiDirectedGraph<{ place: number }, { flow: number }>;

/** Every system and third party, in order of id. */
export const nodesOf = ({ systems, flows, systemFields, pointFields }: Inventory): string[] =>
  [
    ...new Set([
      ...systems,
      ...flows.flatMap((flow) => [flow.from, flow.to]),
      ...systemFields.map((entry) => entry.systemId),
      ...pointFields.map((entry) => entry.systemId),
    ]),
  ].sort(byCodeUnit);

/** The ecosystem as graph: systems are nodes, active flows are edges, numbered by their place in `flows`. */
export function flowGraph(nodes: readonly string[], flows: readonly Flow[]): FlowGraph {
  const graph: FlowGraph = new MultiDirectedGraph();
  for (const [place, node] of nodes.entries()) graph.addNode(node, { place });
  for (const [i, flow] of flows.entries()) graph.addEdgeWithKey(String(i), flow.from, flow.to, { flow: i });
  return graph;
}

/** Quicker first, then a stated latency before an unknown one, then by id. An unknown latency counts as none. */
const preferred = (a: Flow, b: Flow): number =>
  (a.latency ?? 0) - (b.latency ?? 0) ||
  Number(a.latency === null) - Number(b.latency === null) ||
  byCodeUnit(a.flowId, b.flowId);

/** A flow carries a field when it maps a path that covers it onto the same path. */
const carries = (flow: Flow, field: string): boolean =>
  flow.fields.some((entry) => entry.sourceField === entry.targetField && covers(entry.sourceField, field));

/** The flows that carry the field, or all of them, as typed arrays; of parallel flows the preferred one. */
export function adjacencyOf(graph: FlowGraph, flows: readonly Flow[], field?: string): Adjacency {
  const arcs: Arc[] = [];
  graph.forEachDirectedEdge((_, { flow }, _from, _to, from, to) => {
    if (field !== undefined && !carries(flows[flow]!, field)) return;
    arcs.push({ from: from.place, to: to.place, weight: flows[flow]!.latency ?? 0, flow });
  });
  arcs.sort((a, b) => preferred(flows[a.flow]!, flows[b.flow]!) || a.flow - b.flow);
  return packArcs(graph.order, arcs);
}
