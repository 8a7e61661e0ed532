import { covers } from '../../graph/index.js';
import type { EcosystemGraph, Inventory } from '../../graph/types.js';
import type { RolePlaces } from '../role-places.js';
import type { Delivery, Outlet } from './deliveries.js';
import { corrected, requirements } from './required.js';

/** A way back that must exist. */
export interface Candidate {
  readonly outcome: string;
  readonly channel: string | null;
  readonly from: string;
  readonly to: string;
  readonly because: 'sender' | 'master';
  /** The corrected field; only for `outcome.corrected`. */
  readonly field: string | null;
  /** Communications whose outcomes are meant. */
  readonly communications: readonly string[];
  readonly codes: readonly number[];
}

function toSenders(outcome: string, channel: string, deliveries: readonly Delivery[]): Candidate[] {
  return deliveries
    .filter((delivery) => delivery.channel === channel)
    .flatMap(({ system, senders, communication, codes }) =>
      senders.map((to) => ({
        outcome,
        channel,
        from: system,
        to,
        because: 'sender' as const,
        field: null,
        communications: [communication],
        codes,
      })),
    );
}

function toMasters(
  outcome: string,
  outlet: Outlet,
  masters: readonly string[],
  deliveries: readonly Delivery[],
): Candidate[] {
  const own = deliveries.filter(
    (delivery) => delivery.channel === outlet.channel && delivery.system === outlet.system,
  );
  return masters.map((to) => ({
    outcome,
    channel: outlet.channel,
    from: outlet.system,
    to,
    because: 'master' as const,
    field: null,
    communications: own.map((delivery) => delivery.communication),
    codes: outlet.codes,
  }));
}

/** Outcomes of channels that must come back to senders and masters. */
export function outcomeCandidates(
  graph: EcosystemGraph,
  outlets: readonly Outlet[],
  deliveries: readonly Delivery[],
): Candidate[] {
  const all = requirements.flatMap(({ channel, outcome, to }) => {
    if (to === 'sender') return toSenders(outcome, channel, deliveries);
    const masters = graph.masters(to.masterOf);
    return outlets
      .filter((outlet) => outlet.channel === channel)
      .flatMap((outlet) => toMasters(outcome, outlet, masters, deliveries));
  });
  return all.filter((candidate) => candidate.from !== candidate.to);
}

/** Systems where staff may put the field right. */
export const desksOf = ({ systemFields }: Inventory, field: string): string[] => [
  ...new Set(
    systemFields.filter((e) => e.agentCanEdit && covers(e.field, field)).map(({ systemId }) => systemId),
  ),
];

/** Corrections by staff that must reach the master of the field. */
export function correctionCandidates(
  graph: EcosystemGraph,
  inventory: Inventory,
  places: RolePlaces,
): Candidate[] {
  return graph.fields.flatMap((field) =>
    desksOf(inventory, field).flatMap((from) =>
      graph
        .masters(field)
        .filter((to) => to !== from)
        .map((to) => ({
          outcome: corrected,
          channel: null,
          from,
          to,
          because: 'master' as const,
          field,
          communications: [],
          codes: places.changing(from, field),
        })),
    ),
  );
}
