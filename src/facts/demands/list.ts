import type { Flow, Way } from '../../graph/types.js';
import type { FactContext } from '../context.js';
import type { RolePlaces } from '../role-places.js';
import { isInTime } from '../ways.js';
import { latestOver } from './timetable.js';

/** A change of a field made in one system, and another system that must hear of it. */
export interface Demand {
  readonly field: string;
  readonly from: string;
  readonly to: string;
  /** The quickest way. */
  readonly way: Way | undefined;
  /** Seconds in the worst moment of a week; null when unknown. */
  readonly latest: number | null;
  /** Arrives within the agreed time. */
  readonly met: boolean;
}

/** What facts about ways are made of: demands, where the inventory says who does what, and in which files. */
export interface Basis {
  readonly demands: readonly Demand[];
  readonly places: RolePlaces;
  readonly files: ReadonlyMap<number, string>;
}

/** For every field, each system that changes it to each other system that holds it. */
export function listDemands({ graph, inventory, asOf }: FactContext): Demand[] {
  const latestFrom = latestOver(inventory, graph, asOf);
  return graph.fields.flatMap((field) => {
    const network = graph.network(field);
    const agreed = graph.agreed(field);
    const holders = graph.holders(field);
    return graph.collectors(field).flatMap((from) => {
      const latest = latestFrom(network, graph.place(from)!);
      return holders
        .filter((to) => to !== from)
        .map((to): Demand => {
          const way = graph.way(from, to, field);
          const seconds = latest[graph.place(to)!]!;
          const known = Number.isFinite(seconds) ? seconds : null;
          return { field, from, to, way, latest: known, met: isInTime(way, agreed) };
        });
    });
  });
}

/** The flow of a way that takes longest; of equals the first on the way. */
export const slowestFlow = (way: Way): Flow | undefined =>
  way.flows.reduce<Flow | undefined>(
    (slowest, flow) => (slowest && (slowest.latency ?? 0) >= (flow.latency ?? 0) ? slowest : flow),
    undefined,
  );
