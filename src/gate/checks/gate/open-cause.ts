import type { Check } from '../../check.js';
import { readable } from '../../world.js';

/** Messages whose communication goes wrong today for a cause nobody has mended. */
export const openCause: Check = function* ({ messages }) {
  for (const message of messages) {
    const [part] = readable(message);
    for (const cause of message.communication?.open_causes ?? []) {
      if (!part) continue;
      yield {
        case: cause.severity === 'critical' ? 'critical' : 'other',
        at: { part },
        subject: `message:${message.id}`,
        about: cause.fingerprint,
        args: {
          message: message.id,
          communication: message.communication!.communication_id,
          cause: cause.title,
          rule: cause.rule,
          fingerprint: cause.fingerprint,
        },
      };
    }
  }
};
