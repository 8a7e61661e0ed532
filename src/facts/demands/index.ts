import { strongComponents } from '../../graph/components.js';
import { isAltering, keysOf, mappingOf } from '../../graph/mappings.js';
import { remember } from '../../graph/remember.js';
import type { EcosystemGraph, Flow } from '../../graph/types.js';
import type { Query, Row } from '../../store/store.js';
import { addTo } from '../../text/group-by.js';
import type { FactContext } from '../context.js';
import { renderEvidence, toCode } from '../evidence.js';
import { carriedFields, flowCodes, isKeyMissing, renderPath } from '../ways.js';
import { writeFact } from '../write-fact.js';
import type { Basis } from './list.js';

/** Whether a flow changes the value of a field on its way; most change none, and need not be asked for each. */
function alterer({ inventory: { flows } }: FactContext): (flow: Flow, field: string) => boolean {
  const altering = new Set(flows.filter(({ fields }) => fields.some((one) => isAltering(one.transform))));
  return (flow, field) => altering.has(flow) && isAltering(mappingOf(flow, field)?.transform);
}

/** Rows of `fact_demands`: what each change must reach, and whether it does. */
function* demandRows(context: FactContext, { places, files, demands }: Basis): Generator<Row> {
  const { graph, inventory } = context;
  const alters = alterer(context);
  for (const { field, from, to, way, latest, met, slowest } of demands) {
    const roles = () => [...places.changing(from, field), ...places.all(to, field)];
    yield {
      field,
      from_system_id: from,
      to_system_id: to,
      latency_s: way?.latency ?? null,
      agreed_s: graph.agreed(field),
      met,
      reachable_any: graph.reaches(from, to),
      reachable_back: graph.reaches(to, from, field),
      altered: way?.flows.some((flow) => alters(flow, field)) ?? false,
      key_missing: way !== undefined && isKeyMissing(way, field, keysOf(inventory, to)),
      path: renderPath(way),
      hops: way?.flows.length ?? 0,
      slowest_flow_id: slowest?.flowId ?? null,
      latest_s: latest,
      evidence: renderEvidence(way ? flowCodes(way) : roles(), files),
    };
  }
}

/** Systems that change the field by those they are in step with, which is mutual: each reaches the other. */
function changingWith(graph: EcosystemGraph, field: string): (system: string) => readonly string[] {
  const { of } = strongComponents(graph.network(field).adjacency);
  const groups = new Map<number, string[]>();
  for (const system of graph.collectors(field)) {
    const component = of[graph.place(system)!]!;
    addTo(groups, component, system);
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
  for (const [i, flow] of inventory.flows.entries()) {
    const [giver, taker] = [graph.place(flow.from)!, graph.place(flow.to)!];
    for (const field of carried.get(i) ?? []) {
      if (graph.network(field).reaches(taker, giver)) continue;
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
  }
  await writeFact(store, 'fact_one_way', rows);
}

/** Creates `fact_demands` and `fact_one_way`. */
export async function computeDemands(store: Query, context: FactContext, basis: Basis): Promise<void> {
  await writeFact(store, 'fact_demands', demandRows(context, basis));
  await writeOneWay(store, context, basis);
}
