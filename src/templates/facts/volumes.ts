import { languageOf } from './locales.js';
import { normaliseNumber, numberPattern } from './numbers.js';
import type { Fact, FactReader } from './types.js';

/** Units of data, in megabytes by thousands: nobody who sells data counts otherwise. */
const sizes: readonly (readonly [number, string])[] = [
  [1e-3, 'kb|kilobytes?|кб|کیلوبایت|كيلوبايت|केबी'],
  [1, 'mb|megas?|megab[yi]t[es]?|мб|مگابایت|(?:ميغا|ميجا)(?:بايت)?|एमबी|메가'],
  [1e3, 'gb|gigas?|gigab[yi]t[es]?|гб|گیگ(?:ابایت)?|(?:غيغا|جيجا)(?:بايت)?|जीबी|기가'],
  [1e6, 'tb|terab[yi]t[es]?|тб|ترابایت|تيرابايت|टीबी|테라'],
];
/** In French a byte is an octet; elsewhere these letters are words. */
const octets: readonly (readonly [number, string])[] = [
  [1e-3, 'ko'],
  [1, 'mo'],
  [1e3, 'go'],
  [1e6, 'to'],
];

const patternOf = (units: typeof sizes): RegExp =>
  new RegExp(
    `(?<![\\d.,])(${numberPattern})[\\s\\u00a0\\u202f-]?(?:${units.map(([, names]) => `(${names})`).join('|')})(?![\\p{Script=Latin}\\d/])`,
    'giu',
  );

const general = { units: sizes, pattern: patternOf(sizes) };
const all = [...sizes, ...octets];
const french = { units: all, pattern: patternOf(all) };

/** Volumes of data, `50000 MB`. */
export const readVolumes: FactReader = function* (text, locale): Iterable<Fact> {
  const { units, pattern } = languageOf(locale) === 'fr' ? french : general;
  for (const match of text.matchAll(pattern)) {
    const [size] = units[match.slice(2).findIndex((unit) => unit !== undefined)]!;
    const value = `${Math.round(Number(normaliseNumber(match[1]!)) * size * 1_000) / 1_000} MB`;
    yield { kind: 'volume', value, start: match.index, end: match.index + match[0].length };
  }
};
