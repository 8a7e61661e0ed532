import type { ContractCommunication } from '../../../model/contract.js';
import type { Check } from '../../check.js';
import { readable } from '../../world.js';

const meet = (a: readonly string[], b: readonly string[]): string[] => a.filter((one) => b.includes(one));

/** Lines of business that both serve. */
const isSameLine = (a: string, b: string): boolean => a === b || a === '*' || b === '*';

/** Channels on which another silo sends the same kind of message about the same line of business. */
function sharedChannels(one: ContractCommunication, other: ContractCommunication): string[] {
  const differs = one.silo_id !== null && other.silo_id !== null && one.silo_id !== other.silo_id;
  if (!differs || one.comm_type !== other.comm_type || !isSameLine(one.lob, other.lob)) return [];
  return meet(one.channels, other.channels);
}

/** Messages that the same person may get from several silos for one event. */
export const duplicateSiloTemplate: Check = function* ({ messages, contract }) {
  for (const message of messages) {
    const [part] = readable(message);
    const own = message.communication;
    if (!part || !own) continue;
    const others = (contract?.communications ?? []).filter((other) => sharedChannels(own, other).length > 0);
    if (others.length === 0) continue;
    yield {
      case: own.purpose === 'security' ? 'alert' : 'twice',
      at: { part },
      subject: `message:${message.id}`,
      about: 'silos',
      args: {
        message: message.id,
        others: others.map(({ communication_id: id }) => id),
        silos: [...new Set([own.silo_id!, ...others.map(({ silo_id: id }) => id!)])],
        channels: [...new Set(others.flatMap((other) => sharedChannels(own, other)))],
        type: own.comm_type,
      },
    };
  }
};
