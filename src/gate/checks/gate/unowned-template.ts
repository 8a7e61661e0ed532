import { approvalOf } from '../../approvals.js';
import type { Check } from '../../check.js';
import { type Message, readable } from '../../world.js';

const isOwned = (message: Message): boolean =>
  Boolean(message.settings.owner ?? message.settings.approver ?? message.communication?.owner) ||
  readable(message).some((part) => approvalOf(message, part)?.owner);

/** Messages nobody answers for, by settings, contract and the code owners of their files. */
export const unownedTemplate: Check = function* ({ messages, codeOwners }) {
  for (const message of messages) {
    const [part] = readable(message);
    if (!part || part.channel === 'unknown' || isOwned(message)) continue;
    if ((codeOwners?.(part.file.path).length ?? 0) > 0) continue;
    yield {
      case: message.communication ? 'unowned' : 'unknown',
      at: { part },
      subject: `message:${message.id}`,
      args: { message: message.id },
    };
  }
};
