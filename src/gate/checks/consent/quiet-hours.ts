import type { Check } from '../../check.js';
import { isStoppable, purposeOf } from '../../purpose.js';
import { readable } from '../../world.js';

/** Channels that make a sound in somebody's pocket. */
const loud: ReadonlySet<string> = new Set(['sms', 'mms', 'rcs', 'whatsapp', 'push', 'web_push', 'phone']);

/** Advertising on loud channels of which nobody says when it may be sent. */
export const quietHours: Check = function* ({ messages }) {
  for (const message of messages) {
    const part = readable(message).find(({ channel }) => loud.has(channel));
    const purpose = purposeOf(message);
    if (!part || !isStoppable(purpose) || purpose.isGuess || message.settings.send_window) continue;
    yield {
      case: 'no-window',
      at: { part },
      subject: `message:${message.id}`,
      about: 'quiet-hours',
      args: { message: message.id, channel: part.channel },
    };
  }
};
