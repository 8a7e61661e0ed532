import type { Check } from '../../check.js';
import { isInterface } from '../../is-interface.js';

/** Machines of one's own, names of vocabularies that nobody follows, and domains that stand for another (RFC 2606). */
const harmless =
  /^http:\/\/(?:localhost|127\.|0\.0\.0\.0|\[::1\]|10\.|192\.168\.|[^/]*\.(?:local|localhost|test)\b|www\.w3\.org\/|(?:www\.)?example\.(?:com|org|net)(?:[/?#]|$))/i;

/** Links that travel unencrypted. */
export const http: Check = function* ({ parts }) {
  for (const part of parts.filter((one) => !isInterface(one)))
    for (const { start, end, target } of part.links) {
      const begins = /^\s*http:\/\//i.exec(target)?.[0];
      if (!begins || harmless.test(target.trim())) continue;
      const scheme = { start: start + begins.length - 7, end: start + begins.length };
      const edits = [{ part, span: scheme, text: 'https://' }];
      yield {
        case: 'unencrypted',
        at: { part, span: { start, end } },
        about: target.slice(0, 200),
        args: { target: target.slice(0, 200) },
        edits,
      };
    }
};
