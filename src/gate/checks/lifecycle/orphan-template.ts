import { nearest } from '../../../text/nearest.js';
import type { Check, GateHit } from '../../check.js';
import { type Message, readable, type World } from '../../world.js';

function hitOf(message: Message, { contract }: World): GateHit | undefined {
  const [part] = readable(message);
  if (!part || part.channel === 'unknown') return undefined;
  const ids = contract!.communications.map(({ communication_id: id }) => id);
  const like = nearest(message.settings.communication ?? message.id, ids) ?? 'none';
  const { communication } = message;
  const isSent = !communication || communication.recipients !== null;
  const isNamed = message.settings.communication !== undefined;
  if (communication && isSent) return undefined;
  return {
    case: communication ? 'unsent' : isNamed ? 'misnamed' : 'unknown',
    at: { part },
    subject: `message:${message.id}`,
    args: { message: message.id, like, communication: message.settings.communication ?? message.id },
  };
}

/** Messages of a repository that belongs to the ecosystem, which no communication of it sends. */
export const orphanTemplate: Check = function* (world) {
  const { messages } = world;
  if (!messages.some(({ communication }) => communication)) return;
  const isSeen = messages.some(({ communication }) => communication?.recipients);
  for (const message of messages) {
    const hit = hitOf(message, world);
    if (hit && (hit.case !== 'unsent' || isSeen)) yield hit;
  }
};
