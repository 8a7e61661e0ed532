import type { Flow, Way } from '../../graph/types.js';
import type { FactContext } from '../context.js';
import type { RolePlaces } from '../role-places.js';
import { isInTime } from '../ways.js';
import { timetableOf } from './timetable.js';

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
  /** The flow of the quickest way that takes longest with its longest wait; of equals the first. */
  readonly slowest: Flow | undefined;
}

/** What facts about ways are made of: demands, where the inventory says who does what, and in which files. */
export interface Basis {
  readonly demands: readonly Demand[];
  readonly places: RolePlaces;
  readonly files: ReadonlyMap<number, string>;
}

function slowestOf(way: Way, longest: (flow: Flow) => number): Flow | undefined {
  let slowest: Flow | undefined;
  for (const flow of way.flows) if (!slowest || longest(flow) > longest(slowest)) slowest = flow;
  return slowest;
}

/** For every field, each system that changes it to each other system that holds it. */
export function listDemands({ graph, inventory, asOf }: FactContext): Demand[] {
  const { latestFrom, longest } = timetableOf(inventory, graph, asOf);
  return graph.fields.flatMap((field) => {
    const network = graph.network(field);
    const agreed = graph.agreed(field);
    const holders = graph.holders(field);
    return graph.collectors(field).flatMap((from) => {
      const latest = latestFrom(network, graph.place(from)!);
      const others = holders.filter((to) => to !== from);
      return others.map((to): Demand => {
        const way = graph.way(from, to, field);
        const seconds = latest[graph.place(to)!]!;
        const known = Number.isFinite(seconds) ? seconds : null;
        const slowest = way && slowestOf(way, longest);
        return { field, from, to, way, latest: known, met: isInTime(way, agreed), slowest };
      });
    });
  });
}
