import type { Check } from '../../check.js';
import { sentTexts } from './sent-texts.js';

/** Three capitalised words or more, of which one is long: shorter ones may be names of things. */
const shouted =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}'’]{1,30}(?:[ ,!\n-]{1,3}\p{Lu}[\p{Lu}'’]{0,30}){2,40}(?![\p{L}\p{N}])/gu;
const longWord = /\p{Lu}{5}/u;

/** Sentences in capitals. */
export const allCaps: Check = function* (world) {
  for (const part of sentTexts(world))
    for (const match of part.prose.text.matchAll(shouted)) {
      const words = match[0].split(/[ ,!\n-]+/);
      if (!longWord.test(match[0]) || words.filter((word) => word.length > 2).length < 3) continue;
      const start = part.prose.toText(match.index);
      const end = part.prose.toText(match.index + match[0].length - 1) + 1;
      yield { case: 'capitals', at: { part, span: { start, end } }, about: match[0].toLowerCase() };
    }
};
