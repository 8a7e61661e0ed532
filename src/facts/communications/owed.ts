import type { EcosystemGraph } from '../../graph/types.js';
import { requirements } from '../feedback/required.js';
import { isInTime } from '../ways.js';
import type { Way } from './routes.js';

/** A way on which an outcome of a communication is owed. */
export interface Owed {
  readonly outcome: string;
  readonly from: string;
  readonly to: string;
  readonly present: boolean;
}

const systemsOfKind = ({ steps }: Way, kind: string): string[] => [
  ...new Set(steps.filter((step) => step.kind === kind).map(({ system }) => system)),
];

/** Who sends a communication: its process, else its source. */
export function sendersOf(way: Way): string[] {
  const processes = systemsOfKind(way, 'process');
  return processes.length > 0 ? processes : systemsOfKind(way, 'source');
}

export const deliverersOf = (way: Way): string[] => systemsOfKind(way, 'delivery');

/** Outcomes that must come back to senders and masters, each once, and whether they do in time. */
export function owedOn(graph: EcosystemGraph, way: Way): Owed[] {
  const owed = requirements
    .filter(({ channel }) => channel === way.channel)
    .flatMap(({ outcome, to }) => {
      const receivers = to === 'sender' ? sendersOf(way) : graph.masters(to.masterOf);
      return deliverersOf(way).flatMap((from) =>
        receivers
          .filter((receiver) => receiver !== from)
          .map((receiver) => ({ outcome, from, to: receiver })),
      );
    });
  const once = new Map(owed.map((one) => [JSON.stringify(one), one]));
  return [...once.values()].map((one) => {
    const way = graph.way(one.from, one.to, one.outcome);
    return { ...one, present: isInTime(way, graph.agreed(one.outcome)) };
  });
}
