import { compareText } from '../text/compare.js';
import { groupBy } from '../text/group-by.js';
import { bareSystem } from './bare-system.js';
import type { Atlas } from './estate.js';
import { activeFlows, type EcosystemMap, type MapFlow, type MapSystem } from './model.js';

/** Systems within so many flows of the given ones, in either direction, those included. */
export function around(map: EcosystemMap, start: readonly string[], depth: number): Set<string> {
  const near = new Set(start);
  for (let step = 0; step < depth; step++) {
    const found = activeFlows(map).filter(({ from, to }) => near.has(from) || near.has(to));
    for (const { from, to } of found) near.add(from).add(to);
  }
  return near;
}

/** The map of some systems: what concerns others is left out. */
export function narrowTo(map: EcosystemMap, keep: ReadonlySet<string>): EcosystemMap {
  const systems = map.systems.filter(({ system_id }) => keep.has(system_id));
  const silos = new Set(systems.map(({ silo_id }) => silo_id));
  const has = ({ system_id }: { system_id: string }): boolean => keep.has(system_id);
  return {
    ...map,
    silos: map.silos.filter(({ silo_id }) => silos.has(silo_id)),
    systems,
    flows: map.flows.filter(({ from, to }) => keep.has(from) && keep.has(to)),
    system_fields: map.system_fields.filter(has),
    channels: map.channels.filter(has),
    communications: map.communications.filter(({ steps }) => steps.some(has)),
    collection_points: map.collection_points.filter(has),
  };
}

/** What stands in no silo, as one system. */
const unknown = 'outside';

/** A silo as if it were one system. */
function asSystem(id: string, name: string, systems: readonly MapSystem[]): MapSystem {
  const all = (list: readonly string[]): string[] => [...new Set(list)].sort(compareText);
  return {
    ...bareSystem(id, name),
    silo_id: id === unknown ? '' : id,
    lobs: all(systems.flatMap(({ lobs }) => lobs)),
    declared: systems.some(({ declared }) => declared),
  };
}

/** All flows of one status and direction between two silos as one: every field once, the quickest time. */
function mergeFlows(from: string, to: string, flows: readonly MapFlow[]): MapFlow {
  const known = flows.filter(({ latency_s }) => latency_s !== null);
  const quickest = known.sort((a, b) => a.latency_s! - b.latency_s!)[0];
  const fields = new Map(flows.flatMap((flow) => flow.fields.map((field) => [JSON.stringify(field), field])));
  return {
    ...flows[0]!,
    flow_id: `${from}-to-${to}${flows[0]!.status === 'active' ? '' : `-${flows[0]!.status}`}`,
    from,
    to,
    latency: quickest?.latency ?? null,
    latency_s: quickest?.latency_s ?? null,
    schedule: null,
    owner: null,
    unit_cost: null,
    fields: [...fields.keys()].sort(compareText).map((key) => fields.get(key)!),
    place: null,
  };
}

/** The map with every silo as one system, and one flow for each direction and status between two. */
export function collapseSilos(map: EcosystemMap, siloName: Atlas['siloName']): EcosystemMap {
  const idOf = new Map(map.systems.map(({ system_id, silo_id }) => [system_id, silo_id || unknown]));
  const groups = groupBy(map.systems, ({ silo_id }) => silo_id || unknown);
  const between = groupBy(map.flows, ({ from, to, status }) =>
    JSON.stringify([idOf.get(from), idOf.get(to), status]),
  );
  const flows = [...between].flatMap(([key, list]) => {
    const [from, to] = JSON.parse(key) as [string, string];
    return from === to ? [] : [mergeFlows(from, to, list)];
  });
  return {
    ...map,
    systems: [...groups]
      .map(([id, systems]) => asSystem(id, siloName(id === unknown ? '' : id), systems))
      .sort((a, b) => compareText(a.system_id, b.system_id)),
    flows: flows.sort((a, b) => compareText(a.flow_id, b.flow_id)),
    system_fields: [],
    channels: [],
    communications: [],
    collection_points: [],
  };
}
