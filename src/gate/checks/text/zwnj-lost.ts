import { languageOf } from '../../../templates/facts/locales.js';
import type { Check } from '../../check.js';
import { seenIn } from '../../variants/matches.js';

/** The prefix of verbs and the endings of plurals, with a space where Persian has a joint that does not join. */
const loose =
  /(?<![\p{L}\u200c])ن?می [آ-ی]{2,20}|(?<=[آ-ی]{2}) ها(?:ی|یی|یم|یت|یش|یمان|یتان|یشان)?(?![\p{L}\u200c])/gu;

/** Persian words torn apart where a zero-width non-joiner belongs. */
export const zwnjLost: Check = function* ({ parts }) {
  for (const part of parts) {
    if (languageOf(part.locale) !== 'fa') continue;
    for (const { text, span } of seenIn(part, loose))
      yield {
        case: 'space',
        at: { part, span },
        about: 'zwnj',
        args: { written: text.trim(), joined: text.trim().replace(' ', '\u200c') },
      };
  }
};
