import type { Part, Span } from '../../../model/template.js';
import { codeRegions, within } from '../../../templates/syntax/code-regions.js';
import type { Check, GateHit } from '../../check.js';
import { type Foreign, foreignPlaceholders } from './foreign-placeholders.js';
import { nearPlaceholders } from './near-placeholders.js';

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** A placeholder that is written wrongly is as bad in a message as in a screen's text, but not as surely read. */
const caseOf = ({ channel }: Part, name: string): string => (channel === 'unknown' ? `ui-${name}` : name);

function hitOf(part: Part, span: Span, how: string, replacement: string | undefined): GateHit {
  const found = part.text.slice(span.start, span.end);
  return {
    case: caseOf(part, how),
    at: { part, span: { start: span.start, end: span.end } },
    about: found,
    args: { found, expected: replacement ?? null },
    ...(replacement !== undefined && {
      edits: [{ part, span: { start: span.start, end: span.end }, text: replacement }],
    }),
  };
}

function* malformed(part: Part): Generator<GateHit> {
  const isCode = within(codeRegions(part.text));
  const near = nearPlaceholders(part.text, part.parsed.syntax).filter(({ start }) => !isCode(start));
  const told: Span[] = [];
  const read = part.parsed.problems.flatMap(({ kind, ...one }) =>
    kind === 'malformed' ? [{ ...one, how: 'brace' }] : [],
  );
  for (const { how, replacement, ...span } of [...near, ...read]) {
    if (told.some((one) => overlaps(one, span))) continue;
    told.push(span);
    yield hitOf(part, span, how, replacement);
  }
}

/** Pairs of languages that stand together in so many messages that it must be meant. */
function habits(foreign: ReadonlyMap<Part, readonly Foreign[]>): ReadonlySet<string> {
  const seen = new Map<string, Set<string>>();
  for (const [part, list] of foreign)
    for (const { style } of list) {
      const pair = `${part.parsed.syntax} ${style}`;
      seen.set(pair, (seen.get(pair) ?? new Set()).add(`${part.message}/${part.key}`));
    }
  return new Set([...seen].filter(([, messages]) => messages.size > 2).map(([pair]) => pair));
}

/** Names each message knows in its own language. */
function namesOf(parts: readonly Part[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { message, parsed } of parts) {
    const known = names.get(message) ?? new Set();
    for (const { name } of parsed.uses) known.add(name);
    names.set(message, known);
  }
  return names;
}

/** Placeholders that lost a brace, have a space where none may be, or are those of another engine. */
export const malformedPlaceholder: Check = function* ({ parts }) {
  const foreign = new Map(parts.map((part) => [part, foreignPlaceholders(part)]));
  const meant = habits(foreign);
  const names = namesOf(parts);
  for (const part of parts) {
    yield* malformed(part);
    for (const { name, style, ...span } of foreign.get(part)!) {
      const known = names.get(part.message)!.has(name);
      if (!known && meant.has(`${part.parsed.syntax} ${style}`)) continue;
      const how = known && part.channel !== 'unknown' ? 'foreign-known' : 'foreign';
      yield {
        case: how,
        at: { part, span },
        about: name,
        args: { found: part.text.slice(span.start, span.end), syntax: part.parsed.syntax, style },
        ...(how === 'foreign' && { confidence: 'possible' as const }),
      };
    }
  }
};
