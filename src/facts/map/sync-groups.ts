import { membersOf } from '../../graph/articulation.js';
import { strongComponents } from '../../graph/components.js';
import { byCodeUnit } from '../../graph/index.js';
import type { Network } from '../../graph/types.js';
import type { Row } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import type { FactContext } from '../context.js';
import type { Basis, Demand } from '../demands/list.js';
import { renderEvidence } from '../evidence.js';
import { largest } from './reach.js';

/** Demands by field. */
export function byField(demands: readonly Demand[]): ReadonlyMap<string, readonly Demand[]> {
  return groupBy(demands, (demand) => demand.field);
}

/** Groups of places that reach each other, each with more than one; known once a network. */
export function circlesOf(): (network: Network) => readonly (readonly number[])[] {
  const known = new Map<Network, number[][]>();
  return (network) => {
    const found = known.get(network) ?? membersOf(strongComponents(network.adjacency));
    known.set(network, found);
    return found.filter((group) => group.length > 1);
  };
}

/** Rows of `fact_sync_groups`: holders with ways in both directions, others may be passed through. */
export function syncGroupRows({ graph }: FactContext, { demands, places, files }: Basis): Row[] {
  const circles = circlesOf();
  const demandsOf = byField(demands);
  return graph.fields.flatMap((field) => {
    const holders = new Set(graph.holders(field));
    const changes = new Set(graph.collectors(field));
    const groups = circles(graph.network(field))
      .map((group) => group.map((place) => graph.systems[place]!).filter((id) => holders.has(id)))
      .filter((systems) => systems.length > 1)
      .sort((a, b) => byCodeUnit(a[0]!, b[0]!));
    return groups.map((systems): Row => {
      const members = new Set(systems);
      const inside = (demandsOf.get(field) ?? []).filter(
        ({ from, to }) => members.has(from) && members.has(to),
      );
      return {
        field,
        systems: systems.join('|'),
        changing: systems.filter((id) => changes.has(id)).join('|') || null,
        slowest_s: largest(inside.map(({ way }) => way?.latency ?? null)),
        in_time: inside.every(({ met }) => met),
        holders_of: holders.size,
        evidence: renderEvidence(
          systems.flatMap((id) => places.all(id, field)),
          files,
        ),
      };
    });
  });
}
