import { strongComponents } from '../../graph/components.js';
import { isAltering, keysOf, mappingOf } from '../../graph/mappings.js';
import { remember } from '../../graph/remember.js';
import type { EcosystemGraph, Flow } from '../../graph/types.js';
import type { Query, Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { renderEvidence, toCode } from '../evidence.js';
import { carriedFields, flowCodes, isKeyMissing, renderPath } from '../ways.js';
import { writeFact } from '../write-fact.js';
import type { Basis } from './list.js';

/** Flows that change the value of each field on its way. */
function alterers({ graph, inventory: { flows } }: FactContext): ReadonlyMap<string, ReadonlySet<Flow>> {
  const alters = (flow: Flow, field: string) => isAltering(mappingOf(flow, field)?.transform);
  return new Map(
    graph.fields.map((field) => {
      const carrying = graph.network(field).carrying.map((i) => flows[i]!);
      return [field, new Set(carrying.filter((flow) => alters(flow, field)))] as const;
    }),
  );
}

/** Creates `fact_demands`: what each change must reach, and whether it does. */
async function writeDemands(
  store: Query,
  context: FactContext,
  { places, files, demands }: Basis,
): Promise<void> {
  const { graph, inventory } = context;
  const altered = alterers(context);
  const keys = new Map(graph.systems.map((system) => [system, keysOf(inventory, system)]));
  const rows = demands.map(({ field, from, to, way, latest, met, slowest }): Row => {
    const roles = () => [...places.changing(from, field), ...places.all(to, field)];
    return {
      field,
      from_system_id: from,
      to_system_id: to,
      latency_s: way?.latency ?? null,
      agreed_s: graph.agreed(field),
      met,
      reachable_any: graph.reaches(from, to),
      reachable_back: graph.reaches(to, from, field),
      altered: way?.flows.some((flow) => altered.get(field)!.has(flow)) ?? false,
      key_missing: way !== undefined && isKeyMissing(way, field, keys.get(to) ?? []),
      path: renderPath(way),
      hops: way?.flows.length ?? 0,
      slowest_flow_id: slowest?.flowId ?? null,
      latest_s: latest,
      evidence: renderEvidence(way ? flowCodes(way) : roles(), files),
    };
  });
  await writeFact(store, 'fact_demands', rows);
}

/** Systems that change the field by those they are in step with, which is mutual: each reaches the other. */
function changingWith(graph: EcosystemGraph, field: string): (system: string) => readonly string[] {
  const { of } = strongComponents(graph.network(field).adjacency);
  const groups = new Map<number, string[]>();
  for (const system of graph.collectors(field)) {
    const component = of[graph.place(system)!]!;
    groups.set(component, [...(groups.get(component) ?? []), system]);
  }
  return (system) => groups.get(of[graph.place(system)!]!) ?? [];
}

/** Creates `fact_one_way`: a flow feeds systems that change the field, and their changes never come back to its giver. */
async function writeOneWay(
  store: Query,
  { graph, inventory }: FactContext,
  { places, files }: Basis,
): Promise<void> {
  const rows: Row[] = [];
  const carried = carriedFields(graph);
  const inStep = remember((field: string) => changingWith(graph, field));
  for (const [i, flow] of inventory.flows.entries())
    for (const field of carried.get(i) ?? []) {
      if (graph.reaches(flow.to, flow.from, field)) continue;
      const changing = inStep(field)(flow.to);
      if (changing.length === 0) continue;
      const codes = [
        toCode(flow.source, flow.row),
        ...changing.flatMap((system) => places.changing(system, field)),
      ];
      rows.push({
        flow_id: flow.flowId,
        field,
        from_system_id: flow.to,
        to_system_id: flow.from,
        changing: changing.join('|'),
        evidence: renderEvidence(codes, files),
      });
    }
  await writeFact(store, 'fact_one_way', rows);
}

/** Creates `fact_demands` and `fact_one_way`. */
export async function computeDemands(store: Query, context: FactContext, basis: Basis): Promise<void> {
  await writeDemands(store, context, basis);
  await writeOneWay(store, context, basis);
}
