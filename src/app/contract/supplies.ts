import type { Measured } from '../../facts/lookup/contract/measures.js';
import { covers } from '../../graph/index.js';
import type { EcosystemGraph } from '../../graph/types.js';
import type { ContractCommunication } from '../../model/contract.js';
import type { CommunicationRow, ContractInventory, SupplyRow } from './read-inventory.js';

type Supply = ContractCommunication['supplies'][number];

/** Fewer records tell of persons rather than of a field. */
const fewest = 5;

/** The system of record: of rankings for the line of business, else for all, the one of the longest path. */
export function masterOf({ masters }: ContractInventory, field: string, lob: string): string | null {
  const covering = masters
    .filter((one) => covers(one.field, field) && (one.lob === null || one.lob === '*' || one.lob === lob))
    .sort((a, b) => b.field.length - a.field.length || Number(b.lob === lob) - Number(a.lob === lob));
  return covering[0]?.system_id ?? null;
}

interface Route {
  readonly systems: readonly string[];
  /** Seconds; null where a part of the way is not known. */
  readonly age: number | null;
}

/** From the master over the supplier to where the text is made, as far as flows that carry the field tell. */
function routeOf(graph: EcosystemGraph, field: string, stations: readonly string[]): Route {
  let route: Route = { systems: stations.slice(0, 1), age: 0 };
  for (const next of stations.slice(1)) {
    if (route.systems.at(-1) === next) continue;
    const way = graph.way(route.systems.at(-1)!, next, field);
    const latency = way?.latency ?? null;
    route = {
      systems: way ? [...route.systems, ...way.systems.slice(1)] : [next],
      age: route.age === null || latency === null ? null : route.age + latency,
    };
  }
  return route;
}

/** Systems in which a message's texts are made. */
const composersOf = ({ steps }: ContractInventory, id: string): string[] => [
  ...new Set(
    steps
      .filter((step) => step.communication_id === id && step.kind === 'composition')
      .map((step) => step.system_id),
  ),
];

export interface SupplyContext {
  readonly inventory: ContractInventory;
  readonly graph: EcosystemGraph;
  readonly measured: Measured;
}

/** The way to the one place where the text is made; where there are several, or none, to the supplier. */
function wayOf({ inventory, graph }: SupplyContext, row: SupplyRow, master: string | null): Route {
  const supplier = row.system_id ?? master;
  if (supplier === null) return { systems: [], age: null };
  const stations = [...(master === null ? [] : [master]), supplier];
  const composers = composersOf(inventory, row.communication_id);
  const whole = composers.length === 1 ? routeOf(graph, row.field, [...stations, composers[0]!]) : undefined;
  const own = routeOf(graph, row.field, stations);
  return whole?.age === null || whole === undefined ? own : whole;
}

/** One value handed over for a communication, with what was measured of it. */
export function supplyOf(context: SupplyContext, row: SupplyRow, { lob }: CommunicationRow): Supply {
  const master = masterOf(context.inventory, row.field, lob);
  const { systems, age } = wayOf(context, row, master);
  const seen = context.measured(row.communication_id, [row.system_id, master], row.field);
  const known = seen && seen.records >= fewest && seen.filled >= fewest ? seen : undefined;
  return {
    name: row.name,
    field: row.field,
    type: row.type,
    nullable: row.nullable,
    null_rate: known ? Math.round((1 - known.filled / known.records) * 1e4) / 1e4 : null,
    min_length: known?.shortest ?? null,
    max_length: row.max_length ?? known?.longest ?? null,
    system_id: row.system_id,
    master_id: master,
    path: [...systems],
    age,
  };
}
