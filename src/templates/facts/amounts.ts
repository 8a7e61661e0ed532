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

const cache = new Map<string, ReadonlyMap<string, string>>();

/** Names of the main currencies in a language as CLDR has them, by lower-case form. */
function namesIn(language: string): [string, string][] {
  const rules = new Intl.PluralRules(language);
  const numbers = [...new Map([1, 2, 5, 11].map((one) => [rules.select(one), one])).values()];
  return named.flatMap((currency) => {
    const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'name' });
    return numbers.map((number): [string, string] => [
      format
        .formatToParts(number)
        .filter(({ type }) => type === 'currency')
        .map(({ value }) => value.trim().toLowerCase())
        .join(''),
      currency,
    ]);
  });
}

/** Codes by what stands for them in a language, in lower case. */
function namesOf(locale: string): ReadonlyMap<string, string> {
  const language = languageOf(locale) || 'en';
  const known = cache.get(language);
  if (known) return known;
  const codes = Intl.supportedValuesOf('currency').map((code): [string, string] => [
    code.toLowerCase(),
    code,
  ]);
  const names = new Map([...codes, ...namesIn(language), ...Object.entries(own), ...Object.entries(signs)]);
  cache.set(language, names);
  return names;
}

const number = new RegExp(`(?<![\\d.,])${numberPattern}`, 'g');
const before = /(?:(us\$|\p{Sc}|﷼)|(?<!\p{L})([A-Z]{3}))[ \u00a0\u202f]?$/iu;
const after =
  /[ \u00a0\u202f]?(?:(us\$|\p{Sc}|﷼)|(\p{L}[\p{L}\p{M}.]{0,20})((?:[ -]\p{L}[\p{L}\p{M}]{0,20}){0,2}))/iuy;

/** The longest run of words that names a currency, with one letter more at most. */
function currencyOf(
  first: string,
  rest: string,
  names: ReadonlyMap<string, string>,
): [string, number] | undefined {
  const words = [first, ...(rest.match(/[ -][^ -]+/g) ?? [])];
  for (let count = words.length; count > 0; count--) {
    const run = words.slice(0, count).join('');
    for (const cut of [0, 1]) {
      const code = names.get(run.slice(0, run.length - cut).toLowerCase());
      if (code !== undefined && (run.length - cut > 3 || cut === 0)) return [code, run.length];
    }
  }
  return undefined;
}

function codeAfter(
  text: string,
  from: number,
  names: ReadonlyMap<string, string>,
): [string, number] | undefined {
  after.lastIndex = from;
  const match = after.exec(text);
  if (!match) return undefined;
  const code = match[1] && names.get(match[1].toLowerCase());
  if (code) return [code, from + match[0].length];
  if (match[2] === undefined) return undefined;
  const found = currencyOf(match[2], match[3] ?? '', names);
  return found && [found[0], text.indexOf(match[2], from) + found[1]];
}

/** Amounts of money, `EUR 12.5`. */
export const readAmounts: FactReader = function* (text, locale): Iterable<Fact> {
  for (const match of text.matchAll(number)) {
    const end = match.index + match[0].length;
    const lead = before.exec(text.slice(Math.max(0, match.index - 6), match.index));
    after.lastIndex = end;
    if (!lead && !after.test(text)) continue;
    const names = namesOf(locale);
    const code = lead && names.get((lead[1] ?? lead[2]!).toLowerCase());
    const value = normaliseNumber(match[0]);
    if (lead && code) {
      yield { kind: 'amount', value: `${code} ${value}`, start: match.index - lead[0].length, end };
      continue;
    }
    const found = codeAfter(text, end, names);
    if (found) yield { kind: 'amount', value: `${found[0]} ${value}`, start: match.index, end: found[1] };
  }
};
