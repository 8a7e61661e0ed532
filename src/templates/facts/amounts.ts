import { alternatives } from './alternatives.js';
import { languageOf } from './locales.js';
import { normaliseNumber, numberPattern } from './numbers.js';
import type { Fact, FactReader } from './types.js';

/** Signs that stand for one currency; a bare dollar counts as that of the United States, which only matters if a text has both. */
const signs: Readonly<Record<string, string>> = {
  us$: 'USD',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  '₺': 'TRY',
  '₪': 'ILS',
  '₫': 'VND',
  '₴': 'UAH',
  '₦': 'NGN',
  '﷼': 'IRR',
};
/** The toman is no currency of ISO 4217; prices in Iran are named in it: ten rials. */
const own: Readonly<Record<string, string>> = {
  تومان: 'IRT',
  toman: 'IRT',
  tomans: 'IRT',
  ریال: 'IRR',
  euro: 'EUR',
  dollars: 'USD',
  dollar: 'USD',
  درهم: 'AED',
  ريال: 'SAR',
  دولار: 'USD',
  دلار: 'USD',
  یورو: 'EUR',
  يورو: 'EUR',
  pounds: 'GBP',
};
const named = [
  'USD',
  'EUR',
  'GBP',
  'CHF',
  'IRR',
  'SAR',
  'AED',
  'EGP',
  'INR',
  'CAD',
  'AUD',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'HUF',
  'RON',
  'TRY',
  'RUB',
  'UAH',
  'JPY',
  'CNY',
  'KRW',
  'BRL',
  'MXN',
  'ZAR',
];

interface Names {
  readonly codeOf: ReadonlyMap<string, string>;
  readonly pattern: RegExp;
}
const cache = new Map<string, Names>();

/** Names of the main currencies in a language as CLDR has them, by lower-case form. */
function namesIn(language: string): [string, string][] {
  return named.flatMap((currency) => {
    const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'name' });
    return [1, 2, 5, 11].map((number): [string, string] => [
      format
        .formatToParts(number)
        .filter(({ type }) => type === 'currency')
        .map(({ value }) => value.trim().toLowerCase())
        .join(''),
      currency,
    ]);
  });
}

function namesOf(locale: string): Names {
  const language = languageOf(locale) || 'en';
  const known = cache.get(language);
  if (known) return known;
  const words = new Map<string, string>([...namesIn(language), ...Object.entries(own)]);
  const codes = Intl.supportedValuesOf('currency');
  const codeOf = new Map([
    ...codes.map((code): [string, string] => [code.toLowerCase(), code]),
    ...words,
    ...Object.entries(signs),
  ]);
  const sign = alternatives(Object.keys(signs));
  const code = '(?<!\\p{L})[A-Z]{3}(?!\\p{L})';
  const before = `(?<before>${sign}|${code})[ \\u00a0\\u202f]?(?<one>${numberPattern})`;
  const after = `(?<![\\d.,])(?<two>${numberPattern})[ \\u00a0\\u202f]?(?<after>${sign}|[A-Z]{3}(?!\\p{L})|(?:${alternatives(words.keys())})(?!\\p{L}{2}))`;
  const names = { codeOf, pattern: new RegExp(`${before}|${after}`, 'giu') };
  cache.set(language, names);
  return names;
}

/** Amounts of money, `EUR 12.5`. */
export const readAmounts: FactReader = function* (text, locale): Iterable<Fact> {
  const { codeOf, pattern } = namesOf(locale);
  for (const match of text.matchAll(pattern)) {
    const { before, one, two, after } = match.groups!;
    const code = codeOf.get((before ?? after)!.toLowerCase());
    if (code === undefined) continue;
    const value = `${code} ${normaliseNumber((one ?? two)!)}`;
    yield { kind: 'amount', value, start: match.index, end: match.index + match[0].length };
  }
};
