import { covers } from '../../graph/index.js';
import type { Way } from '../../graph/types.js';
import type { Config } from '../../model/config.js';
import type { Edit } from '../../model/edit.js';
import type { InventoryTables } from '../inventory.js';
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
}

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
  const arriving = found.filter((one): one is typeof one & { way: Way } => one.way !== undefined);
  const latencies = arriving.flatMap(({ way }) => way.latency ?? []);
  const points = new Set(arriving.flatMap(({ from, to, field }) => [...graph.passes(from, to, field)]));
  const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);
  return {
    demands: demands.length,
    met: found.filter(({ way, field }) => isInTime(way, graph.agreed(field))).length,
    worst_latency_s: latencies.length === 0 ? null : most(latencies),
    max_hops: most(arriving.map(({ way }) => way.flows.length)),
    single_points: points.size,
  };
}

/** How choices would get about with these edits of the inventory. */
export const choiceFiguresWith = (
  tables: InventoryTables,
  config: Config,
  edits: readonly Edit[],
): ChoiceFigures => choiceFigures(waysOf(editTables(tables, edits), config));
