import type { Part } from '../../../model/template.js';
import { approvalOf, settledHash } from '../../approvals.js';
import type { Check } from '../../check.js';
import { type Message, readable } from '../../world.js';

/** Whether anything is known of approvals of the message at all. */
const isApproving = ({ settings, communication }: Message): boolean =>
  settings.approved_hash !== undefined || (communication?.templates.length ?? 0) > 0;

/** What is missing to the approval of a text; undefined where it has one. */
function lackOf(message: Message, part: Part): 'unapproved' | 'unlisted' | undefined {
  if (settledHash(message, part) !== undefined) return undefined;
  const row = approvalOf(message, part);
  if (!row) return 'unlisted';
  return row.approved_by === null && row.approved_at === null ? 'unapproved' : undefined;
}

function caseOf(lack: 'unapproved' | 'unlisted', { communication }: Message): string {
  return lack === 'unapproved' && communication?.regulatory ? 'regulatory' : lack;
}

/** Texts nobody approved: one finding for those a message lists, and one for those it does not. */
export const unapproved: Check = function* ({ messages }) {
  for (const message of messages.filter(isApproving)) {
    const lacking = readable(message).map((part) => ({ part, lack: lackOf(message, part) }));
    for (const lack of ['unapproved', 'unlisted'] as const) {
      const own = lacking.filter((one) => one.lack === lack).map(({ part }) => part);
      const locales = [...new Set(own.map(({ locale }) => locale || 'no locale'))];
      for (const part of own)
        yield {
          case: caseOf(lack, message),
          at: { part },
          subject: `message:${message.id}`,
          about: lack,
          args: { message: message.id, locales },
        };
    }
  }
};
