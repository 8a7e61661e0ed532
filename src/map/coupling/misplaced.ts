import type { Partition } from '../../graph/partitions.js';
import { compareText } from '../../text/compare.js';
import type { MapSystem } from '../model.js';
import { type Carried, type Exchange, exchangeBySilo } from './exchange.js';

/** A system that exchanges more with another silo than with its own. */
export interface Misplaced {
  readonly system: MapSystem;
  /** silo_id of the silo it exchanges most with. */
  readonly with: string;
  readonly fieldsWith: number;
  readonly fieldsOwn: number;
  /** Starts that put it with a larger share of that silo than of its own. */
  readonly starts: number;
  /** What it exchanges with that silo, the flows with most fields first. */
  readonly flows: readonly Carried[];
}

/** Of each silo how many other systems stand in the group of a system. */
function sharers(node: number, groups: Partition, { declared, silos }: Exchange): number[] {
  const counts = silos.map(() => 0);
  for (const [other, group] of groups.entries())
    if (other !== node && group === groups[node]) counts[declared[other]!]! += 1;
  return counts;
}

function flowsBetween(system: string, silo: string, { flows, systems }: Exchange): Carried[] {
  const members = new Set(systems.filter(({ silo_id }) => silo_id === silo).map((one) => one.system_id));
  return flows
    .filter(({ flow: { from, to } }) =>
      from === system ? members.has(to) : to === system && members.has(from),
    )
    .sort((a, b) => b.weight - a.weight || compareText(a.flow.flow_id, b.flow.flow_id));
}

/** How many systems each silo has among those compared. */
export const siloSizes = ({ silos, declared }: Exchange): number[] =>
  silos.map((_, silo) => declared.filter((own) => own === silo).length);

/**
 * Systems that at least one start puts with another silo, the surest first. The only system of a silo has nobody of
 * its own to exchange with and is none. Two silos found as one group move nobody: what counts is which of them the
 * system shares its group with more.
 */
export function findMisplaced(exchange: Exchange, starts: readonly Partition[]): Misplaced[] {
  const { systems, silos, declared } = exchange;
  const sizes = siloSizes(exchange);
  const found = exchangeBySilo(exchange).flatMap((bySilo, node) => {
    const own = declared[node]!;
    const most = bySilo.indexOf(Math.max(...bySilo));
    if (sizes[own]! < 2 || bySilo[most]! <= bySilo[own]!) return [];
    const agree = starts.filter((groups) => {
      const shared = sharers(node, groups, exchange);
      return shared[most]! * (sizes[own]! - 1) > shared[own]! * sizes[most]!;
    });
    const system = systems[node]!;
    const flows = flowsBetween(system.system_id, silos[most]!, exchange);
    const fields = { fieldsWith: bySilo[most]!, fieldsOwn: bySilo[own]! };
    return [{ system, with: silos[most]!, ...fields, starts: agree.length, flows }];
  });
  return found
    .filter(({ starts }) => starts > 0)
    .sort(
      (a, b) =>
        b.starts - a.starts ||
        b.fieldsWith - b.fieldsOwn - (a.fieldsWith - a.fieldsOwn) ||
        compareText(a.system.system_id, b.system.system_id),
    );
}
