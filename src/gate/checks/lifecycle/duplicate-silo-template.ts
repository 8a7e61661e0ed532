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

/** Messages that the same person may get from two silos for one event. */
export const duplicateSiloTemplate: Check = function* ({ messages, contract }) {
  for (const message of messages) {
    const [part] = readable(message);
    const own = message.communication;
    if (!part || !own) continue;
    for (const other of contract?.communications ?? []) {
      const channels = sharedChannels(own, other);
      if (channels.length === 0) continue;
      const silos = [own.silo_id!, other.silo_id!];
      yield {
        case: own.purpose === 'security' ? 'alert' : 'twice',
        at: { part },
        subject: `message:${message.id}`,
        about: other.communication_id,
        args: { message: message.id, other: other.communication_id, silos, channels, type: own.comm_type },
      };
    }
  }
};
