import type { Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import type { Basis } from '../demands/list.js';
import { renderEvidence, toCode } from '../evidence.js';
import type { FieldLoads } from './loads.js';
import type { Redundant } from './redundant.js';

/** Four places, as decimals are kept. */
const toDecimal = (value: number): string => value.toFixed(4);

/** Rows of `fact_bottlenecks`: systems that something passes, or without which others part. */
export function bottleneckRows(
  { graph, inventory }: FactContext,
  { files }: Basis,
  loads: readonly FieldLoads[],
): Row[] {
  return loads.flatMap(({ field, network: { adjacency }, through, persons, cutNodes, articulation, pairs }) =>
    graph.systems.flatMap((system, node): Row[] => {
      if (through.nodes[node] === 0 && !articulation.has(node)) return [];
      const [first, last] = [adjacency.start[node]!, adjacency.start[node + 1]!];
      const codes = Array.from(adjacency.flow.subarray(first, last), (flow) => {
        const { source, row } = inventory.flows[flow]!;
        return toCode(source, row);
      });
      return [
        {
          field,
          system_id: system,
          through: toDecimal(through.nodes[node]!),
          persons_per_month: persons[node]! > 0 ? toDecimal(persons[node]!) : null,
          cut: cutNodes[node]!,
          demands_of: pairs,
          articulation: articulation.has(node),
          evidence: renderEvidence(codes, files),
        },
      ];
    }),
  );
}

/** Rows of `fact_flow_loads`: flows that something takes, or that nothing would miss. */
export function flowLoadRows(
  { graph, inventory }: FactContext,
  { files }: Basis,
  loads: readonly FieldLoads[],
  isRedundant: Redundant,
): Row[] {
  const { flows } = inventory;
  const loadsOf = new Map(loads.map((one) => [one.field, one]));
  return graph.fields.flatMap((field) => {
    const load = loadsOf.get(field);
    const { adjacency, carrying } = graph.network(field);
    const arcs = new Int32Array(flows.length).fill(-1);
    for (let arc = 0; arc < adjacency.flow.length; arc++) arcs[adjacency.flow[arc]!] = arc;
    return carrying.flatMap((i): Row[] => {
      const arc = arcs[i]!;
      const through = load?.through.arcs[arc] ?? 0;
      const redundant = isRedundant(field, i);
      if (through === 0 && !redundant) return [];
      const { flowId, from, to, source, row } = flows[i]!;
      return [
        {
          flow_id: flowId,
          field,
          from_system_id: from,
          to_system_id: to,
          through: toDecimal(through),
          cut: load?.cutArcs[arc] ?? 0,
          demands_of: load?.pairs ?? 0,
          redundant,
          evidence: renderEvidence([toCode(source, row)], files),
        },
      ];
    });
  });
}
