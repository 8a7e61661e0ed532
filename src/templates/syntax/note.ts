import type { FieldUse, Span } from '../../model/template.js';
import { type Draft, useOf } from './draft.js';
import { type Dialect, type Expression, readExpression } from './expression.js';
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

/** The same for words that are read already. */
export function noteTokens(
  { draft, dialect, rawFilters, resolve, filtersOf }: Reading,
  tokens: readonly Token[],
  tag: Span,
  role: FieldUse['role'] = 'output',
  more: Partial<FieldUse> = {},
): Noted {
  const expression = readExpression(tokens, dialect, role);
  draft.helpers.push(...expression.helpers);
  const names: string[] = [];
  for (const { token, path, role: own, filters: outer, fallback } of expression.operands) {
    const filters = [...(filtersOf?.(path) ?? []), ...outer];
    const { name, local, guarded, alternatives } = resolve(path);
    names.push(name);
    draft.uses.push(
      useOf(name, token, tag, {
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
export function noteUnclosed({ problems, text }: Draft, at: Span, expected: string): void {
  const opening = text.slice(at.start, at.end).trim();
  problems.push({
    kind: 'parse',
    start: at.start,
    end: at.end,
    message: `'${opening}' has no end.`,
    expected,
  });
}
