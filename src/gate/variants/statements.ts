import type { Part, Span } from '../../model/template.js';
import { knowsNegation, type Statement, statementOf } from '../../templates/facts/negation.js';
import { sentencesOf } from '../../templates/facts/sentences.js';

/** A sentence of a part with what it says. */
export interface PlacedStatement extends Statement {
  readonly part: Part;
  /** Place in the part's prose. */
  readonly at: Span;
  readonly text: string;
}

/** Read when it is compared: most sentences stand word by word in the text they are held against. */
class Lazy implements PlacedStatement {
  #statement: Statement | undefined;
  constructor(
    readonly part: Part,
    readonly at: Span,
    readonly text: string,
  ) {}

  get stems(): ReadonlySet<string> {
    return this.#read().stems;
  }

  get negations(): number {
    return this.#read().negations;
  }

  #read(): Statement {
    this.#statement ??= statementOf(this.text, this.part.locale);
    return this.#statement;
  }
}

/** What is longer, or has more to say, is no message. */
const longest = 50_000;
const most = 500;

const known = new WeakMap<Part, readonly PlacedStatement[]>();

/** Sentences of a part in order; none where the negations of its language are not known. */
export function statementsOf(part: Part): readonly PlacedStatement[] {
  const cached = known.get(part);
  if (cached) return cached;
  const prose = knowsNegation(part.locale) ? part.prose.text.slice(0, longest) : '';
  const statements = sentencesOf(prose)
    .slice(0, most)
    .filter(({ start, end }) => end - start <= 1_000)
    .map((at) => new Lazy(part, at, prose.slice(at.start, at.end)));
  known.set(part, statements);
  return statements;
}
