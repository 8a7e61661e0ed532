import type { Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';

/** A text with more errors is no template, and each of them would be a place to tell. */
const most = 200;

function* errorsOf(part: Part): Generator<GateHit> {
  const errors = part.parsed.problems.filter(({ kind }) => kind === 'parse');
  for (const { message, expected, start, end } of errors.slice(0, most))
    yield {
      case: part.channel === 'unknown' ? 'ui' : 'error',
      at: { part, span: { start, end } },
      about: part.text.slice(start, Math.min(end, start + 80)),
      args: {
        problem: message.replace(/\.$/, ''),
        syntax: part.parsed.syntax,
        expected: expected ?? null,
      },
    };
}

/** Texts an engine cannot read: tags and blocks without an end, ends without a begin. */
export const parseError: Check = function* ({ parts }) {
  for (const part of parts) yield* errorsOf(part);
};
