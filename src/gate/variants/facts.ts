import type { Part, Span } from '../../model/template.js';
import { extractFacts } from '../../templates/facts/index.js';
import type { Fact } from '../../templates/facts/types.js';

/** A fact with its place in a part's text. */
export interface PlacedFact extends Fact {
  readonly part: Part;
  /** Place in the part's text; `start` and `end` are those in its prose. */
  readonly span: Span;
}

/** What is longer, or has more to say, is no message but a table, and nobody compares it by sentence. */
const longest = 100_000;
const most = 300;

const known = new WeakMap<Part, readonly PlacedFact[]>();

/** Where a span of a part's prose stands in its text. */
export const inText = ({ prose }: Part, { start, end }: Span): Span => ({
  start: prose.toText(start),
  end: end > start ? prose.toText(end - 1) + 1 : prose.toText(start),
});

/** Whether a span of time is one form of a plural: `{one {one day} other {# days}}` says nothing by itself. */
const isForm = ({ text, parsed }: Part, { kind, span }: Pick<PlacedFact, 'kind' | 'span'>): boolean =>
  kind === 'duration' &&
  parsed.plurals.some(({ start, end }) => text[start] === '{' && span.start >= start && span.end <= end);

/** What the prose of a part says, in order of place. */
export function factsOf(part: Part): readonly PlacedFact[] {
  const cached = known.get(part);
  if (cached) return cached;
  const facts = extractFacts(part.prose.text.slice(0, longest), part.locale)
    .slice(0, most)
    .map((fact) => ({
      ...fact,
      part,
      span: inText(part, fact),
    }))
    .filter((fact) => !isForm(part, fact));
  known.set(part, facts);
  return facts;
}
