import type { Part, Span, Syntax, SyntaxProblem } from '../../../model/template.js';
import { codeRegions, within } from '../../../templates/syntax/code-regions.js';
import { parseTemplate } from '../../../templates/syntax/index.js';
import type { Check, GateHit } from '../../check.js';
import { type Foreign, foreignPlaceholders } from './foreign-placeholders.js';
import { nearPlaceholders } from './near-placeholders.js';

interface Broken extends Span {
  readonly how: string;
  readonly replacement?: string;
}

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

/** Languages of the texts around each text, by their file and by their message: a broken placeholder hides its own. */
function syntaxesAround(parts: readonly Part[]): (part: Part) => readonly Syntax[] {
  const counts = new Map<string, Map<Syntax, number>>();
  const groupsOf = ({ file, message, key }: Part): string[] => [
    key === '' ? `m ${message}` : `f ${file.path}`,
  ];
  for (const part of parts)
    for (const group of groupsOf(part)) {
      const own = counts.get(group) ?? new Map<Syntax, number>();
      own.set(part.parsed.syntax, (own.get(part.parsed.syntax) ?? 0) + 1);
      counts.set(group, own);
    }
  const most = (group: string): Syntax | undefined =>
    [...counts.get(group)!]
      .filter(([syntax]) => syntax !== 'none')
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  const dominant = new Map([...counts.keys()].map((group) => [group, most(group)]));
  return (part) =>
    part.parsed.syntax === 'icu'
      ? ['icu']
      : [...new Set([part.parsed.syntax, ...groupsOf(part).flatMap((group) => dominant.get(group) ?? [])])];
}

const broken = (problems: readonly SyntaxProblem[]): Broken[] =>
  problems.flatMap(({ kind, ...one }) => (kind === 'malformed' ? [{ ...one, how: 'brace' }] : []));

/** A text with more broken placeholders is none, and one that says so is enough. */
const most = 200;

/** Without one of these no text holds a placeholder, whole or broken. */
const sign = /[{}%$<(|@]/;

function* malformed(part: Part, syntaxes: readonly Syntax[]): Generator<GateHit> {
  if (!sign.test(part.text)) return;
  const isCode = within(codeRegions(part.text));
  const told: Span[] = [];
  for (const syntax of syntaxes) {
    const { problems } = syntax === part.parsed.syntax ? part.parsed : parseTemplate(part.text, syntax);
    const near: Broken[] = nearPlaceholders(part.text, syntax);
    for (const { how, replacement, ...span } of [...near, ...broken(problems)]) {
      if (told.length >= most) return;
      if (isCode(span.start) || told.some((one) => overlaps(one, span))) continue;
      told.push(span);
      yield hitOf(part, span, how, replacement);
    }
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
  const foreign = new Map(parts.map((part) => [part, sign.test(part.text) ? foreignPlaceholders(part) : []]));
  const meant = habits(foreign);
  const names = namesOf(parts);
  const around = syntaxesAround(parts);
  for (const part of parts) {
    yield* malformed(part, around(part));
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
