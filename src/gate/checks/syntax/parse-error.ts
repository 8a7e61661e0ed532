import type { Check } from '../../check.js';

/** Texts an engine cannot read: tags and blocks without an end, ends without a begin. */
export const parseError: Check = function* ({ parts }) {
  for (const part of parts)
    for (const { kind, message, expected, start, end } of part.parsed.problems)
      if (kind === 'parse')
        yield {
          case: part.channel === 'unknown' ? 'ui' : 'error',
          at: { part, span: { start, end } },
          about: part.text.slice(start, end).slice(0, 80),
          args: {
            problem: message.replace(/\.$/, ''),
            syntax: part.parsed.syntax,
            expected: expected ?? null,
          },
        };
};
