import { type Adjacency, type Arc, packArcs } from './adjacency.js';
import { byCodeUnit } from './fields.js';
import type { Flow, Inventory } from './types.js';

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

/** Quicker first, then a stated latency before an unknown one, then by id. An unknown latency counts as none. */
export const preferred = (a: Flow, b: Flow): number =>
  (a.latency ?? 0) - (b.latency ?? 0) ||
  Number(a.latency === null) - Number(b.latency === null) ||
  byCodeUnit(a.flowId, b.flowId);

/** Flows, by their places in the list, as typed arrays over the nodes; of parallel flows the preferred one. */
export type Packing = (carrying: readonly number[]) => Adjacency;

/** Arcs of flows between nodes at these places, in order of preference. */
export function arcsOver(place: ReadonlyMap<string, number>, flows: readonly Flow[]): Arc[] {
  const order = [...flows.keys()].sort((a, b) => preferred(flows[a]!, flows[b]!) || a - b);
  return order.map((flow) => {
    const { from, to, latency } = flows[flow]!;
    return { from: place.get(from)!, to: place.get(to)!, weight: latency ?? 0, flow };
  });
}

/** A packing of any of these flows; they are put in order of preference once. */
export function packing(nodes: readonly string[], flows: readonly Flow[]): Packing {
  const arcs = arcsOver(new Map(nodes.map((node, i) => [node, i])), flows);
  return (carrying) => {
    const wanted = new Uint8Array(flows.length);
    for (const flow of carrying) wanted[flow] = 1;
    return packArcs(
      nodes.length,
      arcs.filter(({ flow }) => wanted[flow] === 1),
    );
  };
}
