import type { Check } from '../../check.js';
import { hostOf } from '../../hosts.js';
import { readable } from '../../world.js';

const channels = new Set(['sms', 'mms', 'rcs', 'whatsapp']);

/** Links of public shorteners in messages to phones. */
export const shortLink: Check = function* ({ messages }, { shorteners }) {
  const known = new Set(shorteners as readonly string[]);
  for (const message of messages)
    for (const part of readable(message)) {
      if (!channels.has(part.channel)) continue;
      for (const { start, end, target } of part.links) {
        const host = hostOf(target);
        if (host && known.has(host))
          yield { case: 'shortener', at: { part, span: { start, end } }, about: host, args: { host } };
      }
    }
};
