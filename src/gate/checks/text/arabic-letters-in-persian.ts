import { languageOf } from '../../../templates/facts/locales.js';
import type { Check } from '../../check.js';
import { seenIn } from '../../variants/matches.js';

/** Letters of the other language that look the same, and what stands for them. */
const persian: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک' };
const arabic: Readonly<Record<string, string>> = { ک: 'ك', ی: 'ي' };

/** At the end of a word Arabic has two letters for what Persian writes with one, so only its reader can tell. */
const isOpen = (letter: string, after: string): boolean => letter === 'ی' && !/^\p{L}/u.test(after);

/** Letters of Arabic in Persian texts, and the other way. */
export const arabicLettersInPersian: Check = function* ({ parts }) {
  for (const part of parts) {
    const language = languageOf(part.locale);
    if (language !== 'fa' && language !== 'ar') continue;
    const table = language === 'fa' ? persian : arabic;
    for (const { text, span } of seenIn(part, language === 'fa' ? /[يىك]/g : /[کی]/g, true)) {
      const letter = table[text]!;
      const open = language === 'ar' && isOpen(text, part.text.slice(span.end, span.end + 1));
      yield {
        case: language === 'fa' ? 'persian' : 'arabic',
        at: { part, span },
        about: text,
        args: { written: text, letter },
        ...(!open && { edits: [{ part, span, text: letter }] }),
      };
    }
  }
};
