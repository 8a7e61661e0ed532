import type { Check } from '../../check.js';
import { isStoppable, purposeOf } from '../../purpose.js';
import { readable } from '../../world.js';

const needed = ['List-Unsubscribe', 'List-Unsubscribe-Post'] as const;

/** Bulk mail whose sending system does not add the headers by which mail clients offer to unsubscribe. */
export const oneClickHeaders: Check = function* ({ messages }) {
  for (const message of messages) {
    const { headers, bulk } = message.settings;
    const part = readable(message).find(({ channel, name }) => channel === 'email' && name !== 'subject');
    if (!part || !headers || !(bulk ?? isStoppable(purposeOf(message)))) continue;
    const known = new Set(headers.map((header) => header.split(':')[0]!.trim().toLowerCase()));
    const missing = needed.filter((header) => !known.has(header.toLowerCase()));
    if (missing.length > 0) yield { case: 'missing', at: { part }, about: 'headers', args: { missing } };
  }
};
