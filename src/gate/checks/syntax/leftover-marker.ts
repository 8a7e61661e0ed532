import type { Check } from '../../check.js';

const marker = /\b(?:lorem ipsum|TODO|FIXME|XXX)\b/g;

/** Words an author leaves for later. */
export const leftoverMarker: Check = function* ({ parts }) {
  for (const part of parts)
    for (const match of part.prose.text.matchAll(marker)) {
      const start = part.prose.toText(match.index);
      const span = { start, end: start + match[0].length };
      yield { case: 'marker', at: { part, span }, about: match[0], args: { marker: match[0] } };
    }
};
