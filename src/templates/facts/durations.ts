import { alternatives } from './alternatives.js';
import { languageOf } from './locales.js';
import { numberOf, numberWordPattern } from './number-words.js';
import type { Fact, FactReader } from './types.js';

/** Units of time in minutes; months and years have no length in minutes and count in months. */
const units = {
  second: [1 / 60, 'min'],
  minute: [1, 'min'],
  hour: [60, 'min'],
  day: [1_440, 'min'],
  week: [10_080, 'min'],
  month: [1, 'mon'],
  year: [12, 'mon'],
} as const;
type Unit = keyof typeof units;

interface Words {
  readonly unitOf: ReadonlyMap<string, Unit>;
  /** Forms that mean two by themselves, as Arabic and Hebrew have them. */
  readonly duals: ReadonlyMap<string, Unit>;
  readonly pattern: RegExp;
}

/** Numbers that between them need every plural form of CLDR. */
const probes = [0, 1, 2, 3, 5, 11, 100];
/** Languages that put words together: `14 Werktage`. */
const compounding = new Set(['de', 'nl', 'sv', 'da', 'nb', 'no', 'fi', 'et', 'is', 'hu']);
const withDuals = new Set(['ar', 'he']);
const scriptsWithoutSpaces = new Set(['ja', 'zh', 'ko', 'th', 'lo', 'my', 'km']);

/** Names of a unit as CLDR has them in a language: `[form, whether it means two by itself]`. */
function formsOf(unit: Unit, language: string): [string, boolean][] {
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return probes.flatMap((number): [string, boolean][] => {
    const parts = format.formatToParts(number);
    const form = parts
      .filter(({ type }) => type === 'unit')
      .map(({ value }) => value.trim().toLowerCase())
      .join('');
    const dual = number === 2 && !parts.some(({ type }) => type === 'integer');
    const cases = dual && form.endsWith('ان') ? [form, `${form.slice(0, -2)}ين`] : [form];
    return cases.filter((one) => one !== '').map((one) => [one, dual]);
  });
}

function patternOf(language: string, unitOf: Words['unitOf'], duals: Words['duals']): RegExp {
  const word = numberWordPattern(language);
  const digits = '(?<![\\d.,/:-])\\d{1,4}(?:[.,]\\d)?';
  const number = word === undefined ? digits : `${digits}|(?<![\\p{L}])(?:${word})(?=[\\s-])`;
  const tail = scriptsWithoutSpaces.has(language) ? '' : '(?<rest>\\p{L}{0,2})(?!\\p{L})';
  const head = compounding.has(language) ? '(?:\\p{L}{2,12}?)?' : '';
  const between = '\\s?(?:-|–|—|to|bis|à|a|o|ou|oder|or|تا|یا|إلى|أو)\\s?';
  const one = `(?<first>${number})(?:${between}(?<second>\\d{1,4}))?[\\s\\u00a0-]{0,3}(?:(?<=\\d[\\s\\u00a0-]{1,3})\\p{L}{2,14}[\\s-])?${head}(?<unit>${alternatives(unitOf.keys())})${tail}`;
  const two = duals.size === 0 ? '' : `|(?<!\\p{L})[وبل]?(?<dual>${alternatives(duals.keys())})(?!\\p{L})`;
  return new RegExp(`${one}${two}`, 'giu');
}

const cache = new Map<string, Words>();

function wordsOf(locale: string): Words {
  const language = languageOf(locale) || 'en';
  const known = cache.get(language);
  if (known) return known;
  const unitOf = new Map<string, Unit>();
  const duals = new Map<string, Unit>();
  for (const unit of Object.keys(units) as Unit[])
    for (const [form, dual] of formsOf(unit, language)) (dual ? duals : unitOf).set(form, unit);
  const words = { unitOf, duals, pattern: patternOf(language, unitOf, duals) };
  cache.set(language, words);
  return words;
}

function spell(numbers: readonly number[], unit: Unit): string {
  const [size, base] = units[unit];
  return `${numbers.map((number) => Math.round(number * size * 100) / 100).join('-')} ${base}`;
}

/** Spans of time, `1440 min` or `3 mon`; names of units and their plurals are those of CLDR. */
export const readDurations: FactReader = function* (text, locale): Iterable<Fact> {
  const language = languageOf(locale) || 'en';
  if (!/\d/.test(text) && !withDuals.has(language) && numberWordPattern(language) === undefined) return;
  const { unitOf, duals, pattern } = wordsOf(locale);
  for (const match of text.matchAll(pattern)) {
    const { first, second, unit, dual } = match.groups!;
    const place = { start: match.index, end: match.index + match[0].length };
    if (dual !== undefined) {
      yield { kind: 'duration', value: spell([2], duals.get(dual.toLowerCase())!), ...place };
      continue;
    }
    const number = numberOf(first!, language);
    if (number === undefined) continue;
    const numbers = second === undefined ? [number] : [number, Number(second)];
    yield { kind: 'duration', value: spell(numbers, unitOf.get(unit!.toLowerCase())!), ...place };
  }
};
