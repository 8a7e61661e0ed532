import type { Span } from '../model/template.js';

/** Position of the first of some spans, in order of `start`, that begins at an offset or later. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  for (let high = spans.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of some spans, in order of `start`, that begin and end inside another one. */
export function within<T extends Span>(spans: readonly T[], { start, end }: Span): T[] {
  const found: T[] = [];
  for (let at = firstFrom(spans, start); at < spans.length && spans[at]!.start < end; at++)
    if (spans[at]!.end <= end) found.push(spans[at]!);
  return found;
}
