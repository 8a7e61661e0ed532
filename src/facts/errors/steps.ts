import type { Query } from '../../store/store.js';
import { addTo, groupBy } from '../../text/group-by.js';

/** A step of a communication. */
export type Step = {
  communication: string;
  channel: string | null;
  system: string;
  kind: string;
  ordinal: number;
};

/** Steps of communications, from source to delivery. */
export const readSteps = (store: Query): Promise<Step[]> =>
  store.all<Step>(
    `SELECT communication_id AS communication, channel, system_id AS system, kind, ordinal FROM std_communication_steps
     ORDER BY communication, ordinal, channel, system, kind`,
  );

/** Steps by communication. */
export function stepsByCommunication(steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  return groupBy(steps, (step) => step.communication);
}

/** Steps a message of this communication and channel takes; a step without a channel belongs to all. */
export const stepsOf = (
  steps: ReadonlyMap<string, readonly Step[]>,
  communication: string,
  channel: string,
): readonly Step[] =>
  (steps.get(communication) ?? []).filter((step) => step.channel === null || step.channel === channel);

/** Fields by communication, as the inventory states them. */
export async function readNeededFields(store: Query): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await store.all<{ communication: string; field: string }>(
    `SELECT DISTINCT communication_id AS communication, field FROM std_communication_fields
     ORDER BY communication, field`,
  );
  const found = new Map<string, string[]>();
  for (const { communication, field } of rows) addTo(found, communication, field);
  return found;
}

/** Whether a system serves a line of business; one of which nothing is stated serves all. */
export async function readServes(store: Query): Promise<(system: string, lob: string) => boolean> {
  const rows = await store.all<{ system: string; lobs: string }>(
    `SELECT system_id AS system, min(lobs) AS lobs FROM std_systems WHERE lobs IS NOT NULL
     GROUP BY system_id ORDER BY system_id`,
  );
  const served = new Map(rows.map(({ system, lobs }) => [system, new Set(lobs.split('|'))]));
  return (system, lob) => served.get(system)?.has(lob) ?? true;
}
