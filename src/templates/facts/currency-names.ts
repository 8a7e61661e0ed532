import { languageOf } from './locales.js';

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

/**
 * What people write for a currency and CLDR has not. The toman is no currency of ISO 4217; prices in Iran are named in
 * it: ten rials.
 */
const own: Readonly<Record<string, string>> = {
  AED: 'درهم درهما دراهم dirhams',
  BGN: 'лв лева лев',
  CHF: 'franken fr',
  CNY: '元 块 人民币',
  EGP: 'جنيه جنيها جنيهات',
  EUR: 'euro يورو یورو אירו יורו ευρώ євро евро 유로 ユーロ 欧元 यूरो',
  GBP: 'pounds quid',
  ILS: 'שקלים שקל ש"ח ש״ח ש""ח',
  INR: 'रुपये रुपए रुपया रु rupees rs',
  IRR: 'ریال',
  IRT: 'تومان toman tomans',
  JPY: '円 yen',
  KRW: '원',
  PLN: 'zł zl złotych złote złoty',
  RUB: 'руб рублей рубля рубль',
  SAR: 'ريال ريالا ريالات',
  UAH: 'грн гривень гривні гривня гривню',
  USD: 'dollars dollar دولار دولارا دلار долларов דולר 달러 ドル 美元',
};
/** The same where neighbours write it for another currency. */
const ofLanguage: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cs: { CZK: 'kč korun koruny koruna' },
  da: { DKK: 'kr kroner' },
  hu: { HUF: 'ft forint forintot forintos' },
  nb: { NOK: 'kr kroner' },
  no: { NOK: 'kr kroner' },
  pt: { BRL: 'reais real' },
  ro: { RON: 'lei leu' },
  ru: { RUB: 'р' },
  sv: { SEK: 'kr kronor' },
  tr: { TRY: 'tl lira liralık' },
};

const byWord = (table: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(table).flatMap(([code, words]) =>
    words.split(' ').map((word): [string, string] => [word, code]),
  );

const named =
  'USD EUR GBP CHF IRR SAR AED EGP INR CAD AUD SEK NOK DKK PLN CZK HUF RON TRY RUB UAH JPY CNY KRW BRL MXN ZAR'.split(
    ' ',
  );

/** Names and signs of the main currencies in a language as CLDR has them, by lower-case form. */
function namesIn(language: string): [string, string][] {
  const rules = new Intl.PluralRules(language);
  const numbers = [...new Map([1, 2, 5, 11].map((one) => [rules.select(one), one])).values()];
  return named.flatMap((currency) =>
    (['name', 'symbol'] as const).flatMap((currencyDisplay) => {
      const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay });
      return numbers.map((number): [string, string] => [
        format
          .formatToParts(number)
          .filter(({ type }) => type === 'currency')
          .map(({ value }) => value.trim().toLowerCase())
          .join(''),
        currency,
      ]);
    }),
  );
}

const cache = new Map<string, ReadonlyMap<string, string>>();

/** Codes of currencies by what stands for them in a language, in lower case. */
export function currencyNames(locale: string): ReadonlyMap<string, string> {
  const language = languageOf(locale) || 'en';
  const known = cache.get(language);
  if (known) return known;
  const codes = Intl.supportedValuesOf('currency').map((code): [string, string] => [
    code.toLowerCase(),
    code,
  ]);
  const names = new Map([
    ...codes,
    ...Object.entries(signs),
    ...namesIn(language),
    ...byWord(own),
    ...byWord(ofLanguage[language] ?? {}),
  ]);
  cache.set(language, names);
  return names;
}
