import { alternatives } from './alternatives.js';
import { languageOf } from './locales.js';
import type { Fact, FactReader } from './types.js';

interface Days {
  readonly pattern: RegExp;
  readonly dayOf: ReadonlyMap<string, number>;
}
const cache = new Map<string, Days>();

/** The first day is a Monday. */
const monday = Date.UTC(2026, 0, 5);

function daysOf(locale: string): Days {
  const language = languageOf(locale) || 'en';
  const known = cache.get(language);
  if (known) return known;
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const dayOf = new Map(
    Array.from(
      { length: 7 },
      (_, i) => [format.format(monday + i * 86_400_000).toLowerCase(), i + 1] as const,
    ),
  );
  /** Cases and plurals hang up to three letters on a name: `montags`, `środę`. */
  const pattern = new RegExp(`(?<!\\p{L})[בולل]?(?<day>${alternatives(dayOf.keys())})(?!\\p{L}{4})`, 'giu');
  const days = { pattern, dayOf };
  cache.set(language, days);
  return days;
}

/** Days of the week, `1` for Monday to `7`; names are those of CLDR. */
export const readWeekdays: FactReader = function* (text, locale): Iterable<Fact> {
  const { pattern, dayOf } = daysOf(locale);
  for (const match of text.matchAll(pattern)) {
    const day = dayOf.get(match.groups!.day!.toLowerCase());
    if (day !== undefined)
      yield { kind: 'weekday', value: String(day), start: match.index, end: match.index + match[0].length };
  }
};
