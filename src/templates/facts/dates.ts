import { monthStarts } from '../../text/dates.js';
import { languageOf } from './locales.js';
import type { Fact, FactReader } from './types.js';

const two = (number: number): string => String(number).padStart(2, '0');
const real = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31;
const isoOf = (year: number | undefined, month: number, day: number): string[] =>
  real(month, day) ? [`${year === undefined ? '----' : year}-${two(month)}-${two(day)}`] : [];

/** A day of the Iranian calendar as a Gregorian one. */
function fromJalali(year: number, month: number, day: number): string[] {
  const { firstYear, starts } = monthStarts('jalali');
  const start = starts[(year - firstYear) * 12 + month - 1];
  if (start === undefined || !real(month, day)) return [];
  return [new Date((start + day - 1) * 86_400_000).toISOString().slice(0, 10)];
}

const fullYear = (written: string): number => (written.length <= 2 ? 2_000 : 0) + Number(written);

const yearFirst = /(?<![\d./-])(1[34]\d\d|20\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])/g;
const yearLast = /(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2(20\d\d|\d\d)(?![\d/-])/g;
const eastAsian = /(?:(20\d\d)\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/g;

function* numeric(text: string): Iterable<[RegExpExecArray, string[]]> {
  for (const match of text.matchAll(yearFirst)) {
    const [, year, , month, day] = match.map(Number);
    yield [match, year! < 1_900 ? fromJalali(year!, month!, day!) : isoOf(year, month!, day!)];
  }
  for (const match of text.matchAll(yearLast)) {
    const [one, other] = [Number(match[1]), Number(match[3])];
    const year = fullYear(match[4]!);
    yield [match, [...new Set([...isoOf(year, other, one), ...isoOf(year, one, other)])]];
  }
  for (const match of text.matchAll(eastAsian))
    yield [
      match,
      isoOf(match[1] === undefined ? undefined : Number(match[1]), Number(match[2]), Number(match[3])),
    ];
}

type Month = readonly [number, 'gregory' | 'persian'];
const cache = new Map<string, ReadonlyMap<string, Month>>();
/** Arab countries have three sets of names for the months. */
const kindred: Readonly<Record<string, readonly string[]>> = { ar: ['ar', 'ar-SY', 'ar-DZ', 'ar-MA'] };

function* monthNames(language: string): Iterable<[string, Month]> {
  const calendars = language === 'fa' ? (['gregory', 'persian'] as const) : (['gregory'] as const);
  for (const locale of kindred[language] ?? [language])
    for (const calendar of calendars)
      for (const width of ['long', 'short'] as const) {
        const format = new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}`, {
          day: 'numeric',
          month: width,
          timeZone: 'UTC',
        });
        for (let i = 0; i < 12; i++) {
          const day = calendar === 'persian' ? Date.UTC(2025, 3 + i, 10) : Date.UTC(2026, i, 10);
          const name = format.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '';
          const clean = name.toLowerCase().replace(/\.$/, '');
          if (/^\p{L}{3,}/u.test(clean)) yield [clean, [i + 1, calendar]];
        }
      }
}

/** Months and their calendars by lower-case name in a language. */
function monthsOf(locale: string): ReadonlyMap<string, Month> {
  const language = languageOf(locale) || 'en';
  const known = cache.get(language);
  if (known) return known;
  const months = new Map(monthNames(language));
  cache.set(language, months);
  return months;
}

const dayFirst =
  /(?<![\d:.,/])(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?\s?(?:de\s|of\s|d[’']|ב)?(\p{L}[\p{L}\p{M}]{2,15})(?!\p{L})\.?(?:,?\s?(?:de\s|del\s|г\.?\s|سال\s)?(1[34]\d\d|20\d\d)(?!\d))?/giu;
const nameFirst =
  /(?<!\p{L})(\p{L}[\p{L}\p{M}]{2,15})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?![\d:%])(?:,?\s(20\d\d)(?!\d))?/giu;

/** Years of the Iranian calendar that between them begin on every day they can. */
const leapAndCommon = [1403, 1404];
const withoutYear = (iso: string): string => `----${iso.slice(4)}`;

function readingsOf([number, calendar]: Month, day: number, written: string | undefined): string[] {
  const year = written === undefined ? undefined : Number(written);
  if (calendar === 'gregory') return isoOf(year, number, day);
  if (year !== undefined) return fromJalali(year, number, day);
  return [...new Set(leapAndCommon.flatMap((one) => fromJalali(one, number, day)))].map(withoutYear);
}

function* worded(text: string, locale: string): Iterable<[RegExpExecArray, string[]]> {
  const monthOf = (word: string): Month | undefined => {
    const months = monthsOf(locale);
    const lower = word.toLowerCase();
    return months.get(lower) ?? months.get(lower.replace(/\p{M}+$|^[בו]/gu, ''));
  };
  for (const match of text.matchAll(dayFirst)) {
    const month = monthOf(match[2]!);
    if (month) yield [match, readingsOf(month, Number(match[1]), match[3])];
  }
  for (const match of text.matchAll(nameFirst)) {
    const month = monthOf(match[1]!);
    if (month) yield [match, readingsOf(month, Number(match[2]), match[3])];
  }
}

/** Days of the calendar, Gregorian or Iranian; names of months are those of CLDR. */
export const readDates: FactReader = function* (text, locale): Iterable<Fact> {
  for (const read of [numeric(text), worded(text, locale)])
    for (const [match, readings] of read)
      if (readings.length > 0)
        yield {
          kind: 'date',
          value: readings.join('|'),
          start: match.index,
          end: match.index + match[0].length,
        };
};
