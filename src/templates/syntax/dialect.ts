import type { Lexer } from './lex.js';

/** How expressions of a language are put together. */
export interface Dialect {
  readonly lexer: Lexer;
  /** Words that are no names. */
  readonly keywords: ReadonlySet<string>;
  /** `x | filter`. */
  readonly pipes?: boolean;
  /** `helper a b` without parentheses. */
  readonly commands?: boolean;
  /** Keys of arguments: `(a=b)` or `(a: b)`. */
  readonly keys?: '=' | ':' | 'both';
  /** Words and signs between a value and what stands in for it. */
  readonly otherwise?: ReadonlySet<string>;
  /** Filters and helpers that give a default. */
  readonly defaults?: ReadonlySet<string>;
  /** Tests after `is`. */
  readonly tests?: boolean;
  /** A tag holds a whole expression: parentheses match in it, and no sign stands at its end. */
  readonly whole?: boolean;
  /** `a ? b : c`. */
  readonly ternary?: boolean;
  /** `a if b else c`. */
  readonly inlineIf?: boolean;
  /** `:name` is a word, no value. */
  readonly symbols?: boolean;
}
