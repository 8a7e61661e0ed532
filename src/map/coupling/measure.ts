import { findCommunities } from '../../graph/communities.js';
import { adjustedRandIndex, agreement, modularity, type Partition } from '../../graph/partitions.js';
import type { Atlas } from '../estate.js';
import { type Exchange, exchangeOf } from './exchange.js';
import { findMisplaced, type Misplaced } from './misplaced.js';

/** From so many orders of the systems the groups are looked for. */
export const startCount = 20;

/** How well the declared silos match the groups in which data is really exchanged. */
export interface Coupling {
  readonly exchange: Exchange;
  /** Of the best start, numbered from the largest. */
  readonly groups: Partition;
  readonly index: number;
  readonly declaredModularity: number;
  readonly foundModularity: number;
  /** Mean adjusted Rand index between the starts. */
  readonly stability: number;
  readonly misplaced: readonly Misplaced[];
}

/** Why nothing can be measured; undefined where it can. */
export function hindrance({ map }: Atlas, { silos, systems, flows }: Exchange): string | undefined {
  const declared = new Set(map.systems.map(({ silo_id }) => silo_id).filter(Boolean)).size;
  if (declared < 2)
    return declared === 0
      ? 'the inventory places no system in a silo'
      : 'the inventory places all systems in one silo';
  if (flows.length === 0) return 'the inventory names no flow between two systems of silos';
  if (silos.length < 2) return 'only systems of one silo exchange anything';
  return silos.length === systems.length
    ? 'no silo has two systems that exchange anything, so nothing could stay inside'
    : undefined;
}

/** Group 0 is the largest; of equal ones that of the first system. */
function bySize(groups: Partition): number[] {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const ranked = [...sizes].sort(([a, x], [b, y]) => y - x || a - b).map(([group]) => group);
  return groups.map((group) => ranked.indexOf(group));
}

/** Compares the silos with the groups; a reason instead where that cannot be done. */
export async function measureCoupling(atlas: Atlas): Promise<Coupling | string> {
  const exchange = exchangeOf(atlas);
  const reason = hindrance(atlas, exchange);
  if (reason !== undefined) return reason;
  const { systems, ties, declared } = exchange;
  const { starts, best } = await findCommunities(systems.length, ties, startCount);
  return {
    exchange,
    groups: bySize(best),
    index: adjustedRandIndex(declared, best),
    declaredModularity: modularity(ties, declared),
    foundModularity: modularity(ties, best),
    stability: agreement(starts),
    misplaced: findMisplaced(exchange, starts),
  };
}
