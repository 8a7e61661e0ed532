import type { FieldUse, Span } from '../../model/template.js';
import type { Dialect } from './dialect.js';
import { type Draft, noteOpen, noteParse, toUse } from './draft.js';
import { type Expression, readExpression } from './expression.js';
import { lex, nameOf, type Token } from './lex.js';
import type { Resolved, Scopes } from './scopes.js';

/** What a reading of a language carries along. */
export interface Reading {
  readonly draft: Draft;
  readonly scopes: Scopes;
  readonly dialect: Dialect;
  /** Filters that put a value out as it is. */
  readonly rawFilters: ReadonlySet<string>;
  /** What a path means at this place. */
  readonly resolve: (path: string) => Resolved;
  /** Methods at the end of a path that only change how its value looks. */
  readonly filtersOf?: (path: string) => readonly string[];
}

export interface Noted extends Expression {
  /** Names of the values in the sender's data. */
  readonly names: readonly string[];
}

/** Reads an expression that stands in a tag and notes every value and helper of it. */
export function noteExpression(
  reading: Reading,
  inner: Span,
  tag: Span,
  role: FieldUse['role'] = 'output',
  more: Partial<FieldUse> = {},
): Noted {
  return noteTokens(reading, lex(reading.draft.text, inner, reading.dialect.lexer), tag, role, more);
}

const unfinished = new Set(['|', '==', '!=', '&&', '||', 'and', 'or', 'not']);
const opening = new Set(['(', '[', '{']);
const closing = new Set([')', ']', '}']);

/** Whether as many brackets close as open; false, and noted, where not. */
export function areMatched(
  draft: Draft,
  tokens: readonly Pick<Token, 'kind' | 'text'>[],
  tag: Span,
): boolean {
  const signs = tokens.filter(({ kind }) => kind === 'sign');
  const open = signs.filter(({ text }) => opening.has(text)).length;
  const closed = signs.filter(({ text }) => closing.has(text)).length;
  if (open !== closed) noteParse(draft, tag, 'The parentheses of the expression do not match.');
  return open === closed;
}

/** Notes parentheses that do not match, and a sign at the end that nothing follows. */
function noteBroken(draft: Draft, tokens: readonly Token[], tag: Span): void {
  const last = tokens.at(-1);
  if (!areMatched(draft, tokens, tag)) return;
  if (last && last.kind !== 'string' && unfinished.has(last.text))
    noteParse(draft, tag, `Nothing follows '${last.text}'.`);
}

/** Words of an expression that are read; longer ones are nobody's. */
const longest = 4000;

/** The same for words that are read already. */
export function noteTokens(
  { draft, dialect, rawFilters, resolve, filtersOf }: Reading,
  tokens: readonly Token[],
  tag: Span,
  role: FieldUse['role'] = 'output',
  more: Partial<FieldUse> = {},
): Noted {
  if (dialect.whole) noteBroken(draft, tokens, tag);
  const expression = readExpression(tokens.slice(0, longest), dialect, role);
  draft.helpers.push(...expression.helpers);
  const names: string[] = [];
  for (const { token, path, role: own, filters: outer, fallback } of expression.operands) {
    const filters = [...(filtersOf?.(path) ?? []), ...outer];
    const { name, local, guarded, alternatives } = resolve(path);
    names.push(name);
    draft.uses.push(
      toUse(name, token, tag, {
        role: own,
        filters,
        local,
        fallback: fallback || guarded,
        raw: filters.some((filter) => rawFilters.has(filter)),
        ...(alternatives && { alternatives }),
        ...more,
      }),
    );
  }
  return { ...expression, names };
}

/** A path as it stands, looked up among the blocks that are open. */
export const resolveIn =
  (scopes: Scopes) =>
  (path: string): Resolved =>
    scopes.resolve(nameOf(path));

/** Notes that a tag has no end. */
export function noteUnclosed(draft: Draft, at: Span, expected: string): void {
  noteParse(draft, at, `'${draft.text.slice(at.start, at.end).trim()}' has no end.`, expected);
}

/** Closes the innermost block that is asked for; blocks open inside it are noted with what closes them. False where there is none. */
export function closeTo(
  { draft, scopes }: Pick<Reading, 'draft' | 'scopes'>,
  isIt: (word: string) => boolean,
  closing: (word: string) => string,
): boolean {
  if (!scopes.near.some(({ word }) => isIt(word))) return false;
  while (!isIt(scopes.top!.word)) {
    const frame = scopes.pop()!;
    noteOpen(draft, frame, closing(frame.word));
  }
  scopes.pop();
  return true;
}

/** Notes the blocks that are still open at the end. */
export function noteUnended(
  { draft, scopes }: Pick<Reading, 'draft' | 'scopes'>,
  closing: (word: string) => string,
): void {
  for (const frame of scopes.frames) noteOpen(draft, frame, closing(frame.word));
}
