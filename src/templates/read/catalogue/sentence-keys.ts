import { groupBy } from '../../../text/group-by.js';
import type { LocatedEntry } from './locales.js';

const isSentence = ({ path: [key = '', ...rest] }: LocatedEntry): boolean =>
  rest.length === 0 && /\p{L}[,.:!?]?\s+\S/u.test(key);

/** Whether keys of a catalogue are what the program itself says; single words and names stand among them. */
const saysTexts = (entries: readonly LocatedEntry[]): boolean =>
  entries.length > 1 && entries.filter(isSentence).length * 2 >= entries.length;

/**
 * Entries of a catalogue whose keys are texts of the source: the source says its keys, and what is empty is not translated
 * yet and falls back to them.
 */
export function withSentenceKeys(entries: readonly LocatedEntry[], source: string): LocatedEntry[] {
  const byLocale = groupBy(entries, ({ locale }) => locale);
  const telling = new Set([...byLocale].filter(([, own]) => saysTexts(own)).map(([locale]) => locale));
  return entries.flatMap((entry): LocatedEntry[] => {
    if (entry.locale === '' || !telling.has(entry.locale)) return [entry];
    const said = { ...entry, text: entry.path[0]!, locale: source, toFile: () => entry.toFile(0) };
    const own = entry.text === '' ? [] : [entry];
    return isSentence(entry) && (entry.locale !== source || own.length === 0) ? [said, ...own] : own;
  });
}
