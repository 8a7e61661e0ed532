import type { Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { createLineOf } from '../../lines.js';
import { familyOf } from '../../variants/groups.js';

/** A text with more errors is no template, and each of them would be a place to tell. */
const most = 200;

const family = ({ file, locale }: Part): string => familyOf(file.path, locale);

/** Catalogues, told without their locale, of which some text is sent. */
const sentFamilies = (parts: readonly Part[]): ReadonlySet<string> =>
  new Set(parts.filter(({ key, channel }) => key !== '' && channel !== 'unknown').map(family));

/** What a catalogue that cannot be read would have said. */
const isLost = ({ key, text }: Part): boolean => key === '' && text === '';

/** What a file is by its ending: `JSON`, `YAML`. */
const formatOf = (path: string): string =>
  path
    .slice(path.lastIndexOf('.') + 1)
    .toUpperCase()
    .replace(/^YML$/, 'YAML');

function* errorsOf(part: Part, sent: ReadonlySet<string>): Generator<GateHit> {
  const errors = part.parsed.problems.filter(({ kind }) => kind === 'parse');
  if (errors.length === 0) return;
  const isSent = part.channel !== 'unknown' || (isLost(part) && sent.has(family(part)));
  for (const { message, expected, start, end } of errors.slice(0, most))
    yield {
      case: isSent ? 'error' : 'ui',
      at: { part, span: { start, end } },
      about: part.text.slice(start, Math.min(end, start + 80)),
      args: {
        problem: message.replace(/\.$/, ''),
        syntax: part.parsed.syntax === 'none' ? formatOf(part.file.path) : part.parsed.syntax,
        expected: expected ?? null,
      },
    };
}

/** Keys that stand twice in a catalogue: readers keep one of their texts, or stop. */
function* repeatsOf(part: Part): Generator<GateHit> {
  if (!part.repeated?.length) return;
  const lineOf = createLineOf(part.file.text);
  for (const { key, first, was, ...outside } of part.repeated.slice(0, most))
    yield {
      case: part.channel === 'unknown' || was === part.text ? 'ui-repeated' : 'repeated',
      at: { part, outside },
      about: key,
      args: { key, first: lineOf(first.start).line },
      others: [{ part, outside: first }],
    };
}

/** Texts an engine cannot read: tags and blocks without an end, ends without a begin, keys that stand twice. */
export const parseError: Check = function* ({ parts }) {
  const sent = parts.some(isLost) ? sentFamilies(parts) : new Set<string>();
  for (const part of parts) {
    yield* errorsOf(part, sent);
    yield* repeatsOf(part);
  }
};
