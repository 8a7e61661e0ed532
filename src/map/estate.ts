import { buildEcosystemGraph } from '../graph/index.js';
import type { EcosystemGraph } from '../graph/types.js';
import type { Finding } from '../model/finding.js';
import { toInventory } from './inventory.js';
import { activeFlows, type EcosystemMap, type MapFlow, type MapSystem } from './model.js';

/** A change that one system must hear of from another, and whether it does. */
export interface Demand {
  readonly field: string;
  readonly from: string;
  readonly to: string;
  /** Seconds of the quickest way; null without one, or when a flow states none. */
  readonly latency_s: number | null;
  readonly agreed_s: number;
  readonly met: boolean;
  /** Systems from giver to receiver; empty without a way. */
  readonly path: readonly string[];
}

/** An outcome that must come back. */
export interface Loop {
  readonly outcome: string;
  readonly channel: string;
  readonly from: string;
  readonly to: string;
  readonly because: string;
  readonly present: boolean;
  readonly latency_s: number | null;
  readonly path: readonly string[];
  readonly messages: number;
  readonly persons: number;
}

/** What pictures, answers and the page are made from: the inventory and what the audit found out about it. */
export interface Estate {
  readonly map: EcosystemMap;
  readonly demands: readonly Demand[];
  readonly loops: readonly Loop[];
  /** Worst first. */
  readonly findings: readonly Finding[];
  /** Distinct persons known in any system. */
  readonly persons: number;
  /** Distinct persons in conflict by the silo whose systems are wrong about them. */
  readonly inConflict: ReadonlyMap<string, number>;
}

/** An estate with what is looked up in it again and again. */
export interface Atlas extends Estate {
  readonly flows: readonly MapFlow[];
  system(id: string): MapSystem;
  /** Name of the silo of a system; see `siloNames`. */
  siloOf(systemId: string): string;
  siloName(siloId: string): string;
  readonly graph: EcosystemGraph;
  /** Seconds at worst, when every job has just left; null without a way; undefined where no schedule is known. */
  latest?(from: string, to: string, field?: string): number | null;
}

/** Where systems stand that no row of the inventory of systems places. */
export const outside = 'Outside the inventory';

/** Prepares the look-ups. The graph is built when it is first asked for. */
export function openAtlas(estate: Estate): Atlas {
  const { map } = estate;
  const systems = new Map(map.systems.map((system) => [system.system_id, system]));
  const names = new Map(map.silos.map(({ silo_id, name }) => [silo_id, name]));
  const agreed = new Map(map.fields.map(({ field, agreed_s }) => [field, agreed_s]));
  const siloName = (id: string): string => (id === '' ? outside : (names.get(id) ?? id));
  let graph: EcosystemGraph | undefined;
  return {
    ...estate,
    flows: activeFlows(map),
    system: (id) => systems.get(id)!,
    siloName,
    siloOf: (id) => siloName(systems.get(id)?.silo_id ?? ''),
    get graph() {
      graph ??= buildEcosystemGraph(toInventory(map), (field) => agreed.get(field) ?? 0);
      return graph;
    },
  };
}
