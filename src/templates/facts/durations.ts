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
  /** Numbers as words, where they are known, and forms that mean two. */
  readonly words: RegExp | undefined;
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

const digits =
  /(?<![\d.,/:-])(\d{1,4}(?:[.,]\d)?)(?:\s?(?:-|–|—|to|bis|à|a|o|ou|oder|or|تا|یا|إلى|أو)\s?(\d{1,4}))?(?!\d)/gi;

function wordPattern(language: string, duals: Words['duals']): RegExp | undefined {
  const numbers = numberWordPattern(language);
  const word = numbers && `(?<word>${numbers})(?=[\\s-])`;
  const two = duals.size > 0 && `[وبل]?(?<dual>${alternatives(duals.keys())})(?!\\p{L})`;
  const both = [word, two].filter(Boolean).join('|');
  return both === '' ? undefined : new RegExp(`(?<!\\p{L})(?:${both})`, 'giu');
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
  const words = { unitOf, duals, words: wordPattern(language, duals) };
  cache.set(language, words);
  return words;
}

function spell(numbers: readonly number[], unit: Unit): string {
  const [size, base] = units[unit];
  return `${numbers.map((number) => Math.round(number * size * 100) / 100).join('-')} ${base}`;
}

/** The unit a word is a form of: as it stands, with up to two letters more, or as the end of a compound. */
function unitOfWord(word: string, { unitOf }: Words, language: string): Unit | undefined {
  for (let cut = 0; cut <= 2 && cut < word.length - 1; cut++) {
    const unit = unitOf.get(cut === 0 ? word : word.slice(0, -cut));
    if (unit) return unit;
  }
  if (!compounding.has(language)) return undefined;
  const form = [...unitOf.keys()].find((one) => word.endsWith(one) && word.length > one.length + 1);
  return form === undefined ? undefined : unitOf.get(form);
}

const longestForm = 4;
const next = /[\s\u00a0-]{0,3}(\p{L}[\p{L}\p{M}]{0,20})/uy;

/** The unit behind a number, and where it ends; between digits and unit one more word may stand. */
function unitAfter(
  text: string,
  from: number,
  words: Words,
  language: string,
  skip: boolean,
): [Unit, number] | undefined {
  if (scriptsWithoutSpaces.has(language)) {
    const start = text[from] === ' ' ? from + 1 : from;
    for (let length = longestForm; length > 0; length--) {
      const unit = words.unitOf.get(text.slice(start, start + length));
      if (unit) return [unit, start + length];
    }
    return undefined;
  }
  next.lastIndex = from;
  const match = next.exec(text);
  if (!match) return undefined;
  const unit = unitOfWord(match[1]!.toLowerCase(), words, language);
  if (unit) return [unit, next.lastIndex];
  return skip && /^[\s\u00a0-]/.test(match[0])
    ? unitAfter(text, next.lastIndex, words, language, false)
    : undefined;
}

function* withDigits(text: string, words: Words, language: string): Iterable<Fact> {
  for (const match of text.matchAll(digits)) {
    const after = unitAfter(text, match.index + match[0].length, words, language, true);
    if (!after) continue;
    const numbers = [match[1]!.replace(',', '.'), ...(match[2] === undefined ? [] : [match[2]])].map(Number);
    yield { kind: 'duration', value: spell(numbers, after[0]), start: match.index, end: after[1] };
  }
}

function* withWords(text: string, words: Words, language: string): Iterable<Fact> {
  for (const match of words.words ? text.matchAll(words.words) : []) {
    const { word, dual } = match.groups!;
    const end = match.index + match[0].length;
    if (dual !== undefined) {
      yield {
        kind: 'duration',
        value: spell([2], words.duals.get(dual.toLowerCase())!),
        start: match.index,
        end,
      };
      continue;
    }
    const number = numberOf(word!, language);
    const after = unitAfter(text, end, words, language, false);
    if (number !== undefined && after)
      yield { kind: 'duration', value: spell([number], after[0]), start: match.index, end: after[1] };
  }
}

/** Spans of time, `1440 min` or `3 mon`; names of units and their plurals are those of CLDR. */
export const readDurations: FactReader = function* (text, locale): Iterable<Fact> {
  const language = languageOf(locale) || 'en';
  const isNumbered = /\d/.test(text);
  if (!isNumbered && !withDuals.has(language) && numberWordPattern(language) === undefined) return;
  const words = wordsOf(locale);
  if (isNumbered) yield* withDigits(text, words, language);
  yield* withWords(text, words, language);
};
