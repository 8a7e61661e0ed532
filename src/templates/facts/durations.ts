import { languageOf } from './locales.js';
import type { Fact, FactReader } from './types.js';
import { type Unit, unitNames } from './unit-names.js';

/** Units of time in minutes; months and years have no length in minutes and count in months. */
const sizes: Readonly<Record<Unit, readonly [number, 'min' | 'mon']>> = {
  second: [1 / 60, 'min'],
  minute: [1, 'min'],
  hour: [60, 'min'],
  day: [1_440, 'min'],
  week: [10_080, 'min'],
  month: [1, 'mon'],
  year: [12, 'mon'],
};

/** Languages that put words together: `14 Werktage`. */
const compounding = new Set(['de', 'nl', 'sv', 'da', 'nb', 'no', 'fi', 'et', 'is', 'hu']);
/** Languages that hang several letters on a word: `24 óráig`, `3 saatlik`. */
const agglutinating = new Set(['hu', 'tr', 'fi', 'et', 'az', 'kk']);
export const scriptsWithoutSpaces: ReadonlySet<string> = new Set(['ja', 'zh', 'ko', 'th', 'lo', 'my', 'km']);

const digits =
  /(?<![\d.,/:]|(?<!\p{L})-)(\d{1,4}(?:[.,]\d)?)(?:\s?(?:-|–|—|to|bis|à|a|o|ou|oder|or|تا|یا|إلى|أو)\s?(\d{1,4}))?(?!\d)/giu;

export function spellDuration(numbers: readonly number[], unit: Unit): string {
  const [size, base] = sizes[unit];
  return `${numbers.map((number) => Math.round(number * size * 100) / 100).join('-')} ${base}`;
}

const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');

/** The unit a word is a form of: as it stands, with a few letters more, or as the end of a compound. */
function unitOfWord(word: string, language: string): Unit | undefined {
  const unitOf = unitNames(language);
  for (let cut = 0; cut <= 2 && cut < word.length - 1; cut++) {
    const unit = unitOf.get(cut === 0 ? word : word.slice(0, -cut));
    if (unit) return unit;
  }
  const isAgglutinating = agglutinating.has(language);
  if (!isAgglutinating && !compounding.has(language)) return undefined;
  const folded = fold(word);
  const form = [...unitOf.keys()].find(
    (one) =>
      (compounding.has(language) && word.endsWith(one) && word.length > one.length + 1) ||
      (isAgglutinating && folded.startsWith(fold(one)) && word.length <= one.length + 4),
  );
  return form === undefined ? undefined : unitOf.get(form);
}

const longestForm = 5;
const next = /[\s\u00a0-]{0,3}(\p{L}[\p{L}\p{M}]{0,20})/uy;

/** The unit behind a number, and where it ends; between digits and unit one more word may stand. */
export function unitAfter(
  text: string,
  from: number,
  language: string,
  skip: boolean,
): [Unit, number] | undefined {
  if (scriptsWithoutSpaces.has(language)) {
    const start = text[from] === ' ' ? from + 1 : from;
    for (let length = longestForm; length > 0; length--) {
      const unit = unitNames(language).get(text.slice(start, start + length));
      if (unit) return [unit, start + length];
    }
    return undefined;
  }
  next.lastIndex = from;
  const match = next.exec(text);
  if (!match) return undefined;
  const unit = unitOfWord(match[1]!.toLowerCase(), language);
  if (unit) return [unit, next.lastIndex];
  return skip && /^[\s\u00a0-]/.test(match[0]) ? unitAfter(text, next.lastIndex, language, false) : undefined;
}

/** Spans of time in digits, `1440 min` or `3 mon`; names of units and their plurals are those of CLDR. */
export const readDurations: FactReader = function* (text, locale): Iterable<Fact> {
  const language = languageOf(locale) || 'en';
  for (const match of text.matchAll(digits)) {
    const after = unitAfter(text, match.index + match[0].length, language, true);
    if (!after) continue;
    const numbers = [match[1]!.replace(',', '.'), ...(match[2] === undefined ? [] : [match[2]])].map(Number);
    yield { kind: 'duration', value: spellDuration(numbers, after[0]), start: match.index, end: after[1] };
  }
};
