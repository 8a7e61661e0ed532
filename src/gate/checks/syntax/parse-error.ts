import type { Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { createLineOf } from '../../lines.js';

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

/** Keys that stand twice in a catalogue: readers keep one of their texts, or stop. */
function* repeatsOf(part: Part): Generator<GateHit> {
  for (const { key, first, was, ...outside } of part.repeated?.slice(0, most) ?? [])
    yield {
      case: part.channel === 'unknown' || was === part.text ? 'ui-repeated' : 'repeated',
      at: { part, outside },
      about: key,
      args: { key, first: createLineOf(part.file.text)(first.start).line },
      others: [{ part, outside: first }],
    };
}

/** Texts an engine cannot read: tags and blocks without an end, ends without a begin, keys that stand twice. */
export const parseError: Check = function* ({ parts }) {
  for (const part of parts) {
    yield* errorsOf(part);
    yield* repeatsOf(part);
  }
};
