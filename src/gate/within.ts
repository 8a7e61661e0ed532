import type { Span } from '../model/template.js';
import { firstNotBefore } from '../text/halving.js';

/** Position of the first of some spans, in order of `start`, that begins at an offset or later. */
export const firstFrom = (spans: readonly Span[], offset: number): number =>
  firstNotBefore(spans, ({ start }) => start < offset);

/** Those of some spans, in order of `start`, that begin and end inside another one. */
export function within<T extends Span>(spans: readonly T[], { start, end }: Span): T[] {
  const found: T[] = [];
  for (let at = firstFrom(spans, start); at < spans.length && spans[at]!.start < end; at++)
    if (spans[at]!.end <= end) found.push(spans[at]!);
  return found;
}
