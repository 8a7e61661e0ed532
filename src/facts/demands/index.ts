import type { EcosystemGraph, Way } from '../../graph/types.js';
import type { Query, Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { readFiles, renderEvidence, toCode } from '../evidence.js';
import { type RolePlaces, readRolePlaces } from '../role-places.js';
import { flowCodes, isInTime, isKeyMissing, keysOf, mappingOf, renderPath } from '../ways.js';
import { writeFact } from '../write-fact.js';

const altering = new Set(['invert', 'constant', 'truncate', 'map']);

/** Pairs of the field: each system that changes it, with each other system that holds it. */
function* pairs(graph: EcosystemGraph, field: string): Generator<readonly [from: string, to: string]> {
  for (const from of graph.collectors(field))
    for (const to of graph.holders(field)) if (from !== to) yield [from, to];
}

const isAltered = (way: Way, field: string): boolean =>
  way.flows.some((flow) => altering.has(mappingOf(flow, field)?.transform ?? ''));

/** Creates `fact_demands`: what each change must reach, and whether it does. */
async function computeDemands(store: Query, context: FactContext, places: RolePlaces): Promise<void> {
  const { graph, inventory } = context;
  const files = await readFiles(store);
  const keys = new Map(graph.systems.map((system) => [system, keysOf(inventory, system)]));
  const rows: Row[] = [];
  for (const field of graph.fields)
    for (const [from, to] of pairs(graph, field)) {
      const way = graph.way(from, to, field);
      const roles = () => [...places.changing(from, field), ...places.all(to, field)];
      rows.push({
        field,
        from_system_id: from,
        to_system_id: to,
        latency_s: way?.latency ?? null,
        agreed_s: graph.agreed(field),
        met: isInTime(way, graph.agreed(field)),
        reachable_any: graph.reaches(from, to),
        reachable_back: graph.reaches(to, from, field),
        altered: way !== undefined && isAltered(way, field),
        key_missing: way !== undefined && isKeyMissing(way, field, keys.get(to) ?? []),
        path: renderPath(way),
        hops: way?.flows.length ?? 0,
        evidence: renderEvidence(way ? flowCodes(way) : roles(), files),
      });
    }
  await writeFact(store, 'fact_demands', rows);
}

/** Systems that change the field and are in step with `system`: each reaches the other. */
const changingWith = (graph: EcosystemGraph, system: string, field: string): string[] =>
  graph
    .collectors(field)
    .filter(
      (other) =>
        other === system || (graph.reaches(other, system, field) && graph.reaches(system, other, field)),
    );

/** Creates `fact_one_way`: a flow feeds systems that change the field, and their changes never come back to its giver. */
async function computeOneWay(
  store: Query,
  { graph, inventory }: FactContext,
  places: RolePlaces,
): Promise<void> {
  const files = await readFiles(store);
  const rows: Row[] = [];
  for (const flow of inventory.flows)
    for (const field of graph.fields.filter((name) => mappingOf(flow, name))) {
      if (graph.reaches(flow.to, flow.from, field)) continue;
      const changing = changingWith(graph, flow.to, field);
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
export async function compute(store: Query, context: FactContext): Promise<void> {
  const places = await readRolePlaces(store);
  await computeDemands(store, context, places);
  await computeOneWay(store, context, places);
}
