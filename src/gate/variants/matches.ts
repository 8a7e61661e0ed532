import type { Part, Span } from '../../model/template.js';
import { inText } from './facts.js';

/** A stretch of what readers see, and where it stands in the part's text. */
export interface Seen {
  readonly text: string;
  readonly span: Span;
}

/** Matches of a pattern in the prose of a part, in order; entities of HTML are left out where `asWritten`. */
export function* seenIn(part: Part, pattern: RegExp, asWritten = false): Generator<Seen> {
  for (const match of part.prose.text.matchAll(pattern)) {
    if (match[0] === '') continue;
    const span = inText(part, { start: match.index, end: match.index + match[0].length });
    if (!asWritten || part.text.slice(span.start, span.end) === match[0]) yield { text: match[0], span };
  }
}
