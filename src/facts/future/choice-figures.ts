import { covers } from '../../graph/index.js';
import type { Way } from '../../graph/types.js';
import type { Config } from '../../model/config.js';
import type { Edit } from '../../model/edit.js';
import type { InventoryTables } from '../inventory.js';
import { arriving, opposites } from '../preferences/pairs.js';
import { type Ways, waysOf } from '../read-ways.js';
import { isInTime } from '../ways.js';
import { editTables } from './edit-tables.js';

/** How choices get about: each change of one to each other system that holds it. */
export interface ChoiceFigures {
  readonly demands: number;
  /** That arrive within the agreed time. */
  readonly met: number;
  /** Of the ways that arrive at all, in seconds; null when none states its latency. */
  readonly worst_latency_s: number | null;
  readonly max_hops: number;
  /** Systems that some way cannot do without. */
  readonly single_points: number;
  /** Ways over a map that makes a choice its opposite. */
  readonly turned: number;
}

/** A choice of either kind comes out as what it is not. */
const isTurned = (way: Way, field: string): boolean =>
  ['opt_out', 'paper'].some((choice) => arriving(way, field, choice) === opposites[choice]);

/** How choices get about on these ways. */
export function choiceFigures({ graph }: Pick<Ways, 'graph'>): ChoiceFigures {
  const demands = graph.fields
    .filter((field) => covers('preference', field))
    .flatMap((field) => {
      const holders = graph.holders(field);
      return graph
        .collectors(field)
        .flatMap((from) => holders.filter((to) => to !== from).map((to) => ({ field, from, to })));
    });
  const found = demands.map((demand) => ({
    ...demand,
    way: graph.way(demand.from, demand.to, demand.field),
  }));
  const reaching = found.filter((one): one is typeof one & { way: Way } => one.way !== undefined);
  const latencies = reaching.flatMap(({ way }) => way.latency ?? []);
  const points = new Set(reaching.flatMap(({ from, to, field }) => [...graph.passes(from, to, field)]));
  const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);
  return {
    demands: demands.length,
    met: found.filter(({ way, field }) => isInTime(way, graph.agreed(field))).length,
    worst_latency_s: latencies.length === 0 ? null : most(latencies),
    max_hops: most(reaching.map(({ way }) => way.flows.length)),
    single_points: points.size,
    turned: reaching.filter(({ way, field }) => isTurned(way, field)).length,
  };
}

/** How choices would get about with these edits of the inventory. */
export const choiceFiguresWith = (
  tables: InventoryTables,
  config: Config,
  edits: readonly Edit[],
): ChoiceFigures => choiceFigures(waysOf(editTables(tables, edits), config));
