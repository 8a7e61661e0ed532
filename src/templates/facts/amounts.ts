import { currencyNames } from './currency-names.js';
import { scriptsWithoutSpaces } from './durations.js';
import { languageOf } from './locales.js';
import { normaliseNumber, numberPattern } from './numbers.js';
import type { Fact, FactReader } from './types.js';

const number = new RegExp(`(?<![\\d.,])${numberPattern}`, 'g');
const before = /(?:(\p{L}{0,3}\p{Sc}|﷼)|(?<!\p{L})(\p{L}{2,3}\.?))[ \u00a0\u202f]?$/iu;
const after =
  /[ \u00a0\u202f]?(?:(us\$|\p{Sc}|﷼|ש["״]{1,2}ח)|(?:de )?(\p{L}[\p{L}\p{M}.]{0,20})((?:[ -]\p{L}[\p{L}\p{M}]{0,20}){0,2}))/iuy;

/** A word without what Arabic adds for reading aloud, and without the point of an abbreviation. */
const bare = (word: string): string => word.toLowerCase().replace(/[\u064b-\u0652.]/g, '');

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
      const code = names.get(bare(run).slice(0, bare(run).length - cut));
      if (code !== undefined && (run.length - cut > 3 || cut === 0))
        return [code, run.replace(/\.$/, '').length];
    }
  }
  return undefined;
}

/** In scripts without spaces a currency ends where it does, not where the letters end. */
function currencyWithin(letters: string, names: ReadonlyMap<string, string>): [string, number] | undefined {
  for (let length = Math.min(4, letters.length); length > 0; length--) {
    const code = names.get(letters.slice(0, length));
    if (code !== undefined) return [code, length];
  }
  return undefined;
}

/** The currency named behind a number, and where its name ends. */
export function currencyAfter(text: string, from: number, locale: string): [string, number] | undefined {
  after.lastIndex = from;
  const match = after.exec(text);
  if (!match) return undefined;
  const names = currencyNames(locale);
  const code = match[1] && names.get(match[1].toLowerCase());
  if (code) return [code, from + match[0].length];
  if (match[2] === undefined) return undefined;
  const found = scriptsWithoutSpaces.has(languageOf(locale))
    ? currencyWithin(match[2], names)
    : currencyOf(match[2], match[3] ?? '', names);
  return found && [found[0], text.indexOf(match[2], from) + found[1]];
}

/** Amounts of money, `EUR 12.5`. */
export const readAmounts: FactReader = function* (text, locale): Iterable<Fact> {
  for (const match of text.matchAll(number)) {
    const end = match.index + match[0].length;
    const lead = before.exec(text.slice(Math.max(0, match.index - 6), match.index));
    const code = lead && currencyNames(locale).get(bare(lead[1] ?? lead[2]!));
    const value = normaliseNumber(match[0]);
    if (lead && code) {
      yield { kind: 'amount', value: `${code} ${value}`, start: match.index - lead[0].length, end };
      continue;
    }
    const found = currencyAfter(text, end, locale);
    if (found) yield { kind: 'amount', value: `${found[0]} ${value}`, start: match.index, end: found[1] };
  }
};
