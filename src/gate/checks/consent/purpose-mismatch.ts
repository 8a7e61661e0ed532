import type { Contract } from '../../../model/contract.js';
import type { Check, GateHit } from '../../check.js';
import { isStoppable, purposeOf } from '../../purpose.js';
import { type Message, readable, type World } from '../../world.js';

/** Grounds on which nobody is asked before they are written to. */
const unasked = new Set(['contract', 'legal_obligation', 'vital_interest', 'public_task']);

const consentOf = ({ consent }: Contract, purpose: string, channel: string) =>
  consent.find((one) => one.purpose === purpose && (one.channel === channel || one.channel === '*'));

/** What is amiss with writing to these people for this; undefined where nothing is. */
function caseOf(message: Message, channel: string, { contract }: World): string | undefined {
  const { communication } = message;
  const purpose = purposeOf(message);
  if (!communication || !isStoppable(purpose)) return undefined;
  if (unasked.has(communication.legal_basis ?? '')) return purpose.isGuess ? undefined : 'unasked';
  if (communication.legal_basis !== 'consent') return undefined;
  const cell = consentOf(contract!, communication.purpose, channel);
  return cell?.persons === 0 ? 'nobody' : undefined;
}

/** Messages whose purpose their recipients were not asked about. */
export const purposeMismatch: Check = function* (world) {
  for (const message of world.messages.filter(({ communication }) => communication)) {
    const seen = new Set<string>();
    for (const part of readable(message)) {
      const found = seen.has(part.channel) ? undefined : caseOf(message, part.channel, world);
      seen.add(part.channel);
      if (found === undefined) continue;
      const hit: GateHit = {
        case: found,
        at: { part },
        about: 'purpose',
        args: {
          message: message.id,
          purpose: purposeOf(message).name,
          basis: message.communication?.legal_basis ?? '',
          channel: part.channel,
        },
      };
      yield hit;
    }
  }
};
