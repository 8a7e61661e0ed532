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

const pairOf = ({ channel, locale }: Part): string => `${channel} ${locale}`;

/** Texts nobody approved, one finding a channel and locale; a part of a text that is approved goes with it. */
export const unapproved: Check = function* ({ messages }) {
  for (const message of messages.filter(isApproving)) {
    const parts = readable(message);
    const known = new Set(parts.filter((part) => lackOf(message, part) !== 'unlisted').map(pairOf));
    const seen = new Set<string>();
    for (const part of parts) {
      const lack = lackOf(message, part);
      const pair = pairOf(part);
      if (lack === undefined || seen.has(pair) || (lack === 'unlisted' && known.has(pair))) continue;
      seen.add(pair);
      const isDuty = message.communication?.regulatory === true;
      yield {
        case: isDuty ? 'regulatory' : lack,
        at: { part },
        about: 'approval',
        args: { message: message.id, channel: part.channel, locale: part.locale || 'no locale' },
      };
    }
  }
};
