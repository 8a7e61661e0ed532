import type { Query } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import { rowCode } from '../evidence.js';

/** A station of a message the law demands. */
export interface Step extends Record<string, string | number | boolean | null> {
  readonly communication: string;
  /** Empty: on every channel of the communication. */
  readonly channel: string | null;
  readonly ordinal: number;
  readonly system: string;
  readonly kind: string;
  readonly manual: boolean;
  readonly code: number;
}

/** Stations of one communication on one channel, in order. */
export interface Route {
  readonly communication: string;
  readonly channel: string;
  readonly steps: readonly Step[];
}

/** Steps of regulatory communications: declared so, or sent because the law demands it. */
export const readRegulatorySteps = (store: Query): Promise<Step[]> =>
  store.all<Step>(
    `SELECT s.communication_id AS communication, s.channel, s.ordinal, s.system_id AS system, s.kind,
            coalesce(s.manual, false) AS manual,
            ${rowCode('s')} AS code
     FROM std_communication_steps s
     WHERE s.communication_id IN (SELECT communication_id FROM std_communications
       WHERE regulatory OR legal_basis = 'legal_obligation')
     ORDER BY communication, ordinal, code`,
  );

/** Routes of each communication by channel; steps without a channel are on all of them. */
export function routesOf(steps: readonly Step[]): Route[] {
  const byCommunication = groupBy(steps, (step) => step.communication);
  return [...byCommunication].flatMap(([communication, all]) => {
    const stated = new Set(all.flatMap((step) => step.channel ?? []));
    const channels = stated.size > 0 ? [...stated] : [''];
    return channels.map((channel) => ({
      communication,
      channel,
      steps: all.filter((step) => step.channel === null || step.channel === channel),
    }));
  });
}
