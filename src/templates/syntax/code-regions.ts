import type { Span } from '../../model/template.js';

const region = /<(style|script)\b/gi;

/** Styles and scripts of markup, where braces mean something else; an unclosed one reaches to the end. */
export function codeRegions(text: string): Span[] {
  const regions: Span[] = [];
  const lower = text.toLowerCase();
  region.lastIndex = 0;
  for (let match = region.exec(text); match; match = region.exec(text)) {
    const close = lower.indexOf(`</${match[1]!.toLowerCase()}`, region.lastIndex);
    const end = close < 0 ? text.length : close;
    regions.push({ start: match.index, end });
    region.lastIndex = end;
  }
  return regions;
}

/** Whether an offset lies in one of the regions, which are in order. */
export const within =
  (regions: readonly Span[]) =>
  (offset: number): boolean => {
    let low = 0;
    let high = regions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (regions[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low < regions.length && regions[low]!.start <= offset;
  };
