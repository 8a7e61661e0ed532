import type { Query } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import { rowCode } from '../evidence.js';

type StepRow = {
  communication: string;
  channel: string | null;
  system: string;
  kind: string;
  code: number;
};

/** A system that delivers a channel, a communication it delivers there, and the systems that send it. */
export interface Delivery {
  readonly channel: string;
  readonly system: string;
  readonly communication: string;
  readonly senders: readonly string[];
  readonly codes: readonly number[];
}

/** A system that delivers a channel, whatever goes through it. */
export interface Outlet {
  readonly channel: string;
  readonly system: string;
  readonly codes: readonly number[];
}

/** Reads which system delivers which channel. */
export async function readOutlets(store: Query): Promise<Outlet[]> {
  const rows = await store.all<{ channel: string; system: string; code: number }>(
    `SELECT channel, system_id AS system, ${rowCode('c')} AS code FROM std_channels c ORDER BY 1, 2, 3`,
  );
  const outlets = new Map<string, Outlet>();
  for (const { channel, system, code } of rows) {
    const key = JSON.stringify([channel, system]);
    outlets.set(key, { channel, system, codes: [...(outlets.get(key)?.codes ?? []), code] });
  }
  return [...outlets.values()];
}

/** A step without a channel belongs to every channel of its communication. */
const isOn = (step: StepRow, channel: string): boolean => step.channel === null || step.channel === channel;

/** Reads who sends what through the outlets. The sender is the system of the process step, else of the source step. */
export async function readDeliveries(store: Query, outlets: readonly Outlet[]): Promise<Delivery[]> {
  const steps = await store.all<StepRow>(
    `SELECT communication_id AS communication, channel, system_id AS system, kind, ${rowCode('s')} AS code
     FROM std_communication_steps s WHERE kind IN ('source', 'process', 'delivery')
     ORDER BY communication, ordinal, code`,
  );
  const byCommunication = groupBy(steps, (step) => step.communication);
  return outlets.flatMap(({ channel, system, codes }) =>
    [...byCommunication].flatMap(([communication, all]): Delivery[] => {
      const own = all.filter((step) => isOn(step, channel));
      const last = own.filter((step) => step.kind === 'delivery' && step.system === system);
      const process = own.filter((step) => step.kind === 'process');
      const first = process.length > 0 ? process : own.filter((step) => step.kind === 'source');
      if (last.length === 0) return [];
      return [
        {
          channel,
          system,
          communication,
          senders: [...new Set(first.map((step) => step.system))],
          codes: [...codes, ...[...last, ...first].map((step) => step.code)],
        },
      ];
    }),
  );
}
