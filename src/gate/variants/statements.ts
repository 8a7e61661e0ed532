import type { Part, Span } from '../../model/template.js';
import { type Statement, statementOf } from '../../templates/facts/negation.js';
import { sentencesOf } from '../../templates/facts/sentences.js';

/** A sentence of a part with what it says. */
export interface PlacedStatement extends Statement {
  readonly part: Part;
  /** Place in the part's prose. */
  readonly at: Span;
  readonly text: string;
}

/** What is longer, or has more to say, is no message. */
const longest = 50_000;
const most = 500;

const known = new WeakMap<Part, readonly PlacedStatement[]>();

/** Sentences of a part in order; none where the negations of its language are not known. */
export function statementsOf(part: Part): readonly PlacedStatement[] {
  const cached = known.get(part);
  if (cached) return cached;
  const prose = part.prose.text.slice(0, longest);
  const statements = sentencesOf(prose)
    .slice(0, most)
    .flatMap((at): PlacedStatement[] => {
      const text = prose.slice(at.start, at.end);
      const statement = text.length > 1_000 ? undefined : statementOf(text, part.locale);
      return statement ? [{ ...statement, part, at, text }] : [];
    });
  known.set(part, statements);
  return statements;
}
