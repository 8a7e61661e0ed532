import { alternatives } from './alternatives.js';
import { currencyAfter } from './amounts.js';
import { spellDuration, unitAfter } from './durations.js';
import { languageOf } from './locales.js';
import { hanPattern, numberOf, numberWordPattern } from './number-words.js';
import { percentAfter } from './numbers.js';
import type { Fact, FactReader } from './types.js';
import { dualNames } from './unit-names.js';

const withDuals = new Set(['ar', 'he']);
const withHan = new Set(['zh', 'ja']);
/** Words that are no number, though they are written as one with a unit: `十分` is "enough". */
const idle = /^十分/;

const cache = new Map<string, RegExp | undefined>();

function patternOf(language: string): RegExp | undefined {
  if (cache.has(language)) return cache.get(language);
  const numbers = numberWordPattern(language);
  const behind = language === 'ko' ? '(?=\\s|\\p{L})' : '(?=[\\s\\u00a0-])';
  const word = numbers && `(?<!\\p{L})(?<word>${numbers})${behind}`;
  const han = withHan.has(language) ? `(?<word>${hanPattern})` : undefined;
  const duals = withDuals.has(language) ? alternatives(dualNames(language).keys()) : '';
  const two = duals === '' ? undefined : `(?<!\\p{L})[وبللה]?(?<dual>${duals})(?!\\p{L})`;
  const all = [word ?? han, two].filter((one) => one !== undefined).join('|');
  const pattern = all === '' ? undefined : new RegExp(all, 'giu');
  cache.set(language, pattern);
  return pattern;
}

/** Spans of time, amounts and shares whose number is written as a word; `a` and `one` count before units of time only. */
export const readWorded: FactReader = function* (text, locale): Iterable<Fact> {
  const language = languageOf(locale) || 'en';
  const pattern = patternOf(language);
  for (const match of pattern ? text.matchAll(pattern) : []) {
    const { word, dual } = match.groups!;
    const start = match.index;
    const from = start + match[0].length;
    if (dual !== undefined) {
      const unit = dualNames(language).get(dual.toLowerCase())!;
      yield { kind: 'duration', value: spellDuration([2], unit), start, end: from };
      continue;
    }
    const number = numberOf(word!, language);
    if (number === undefined) continue;
    const unit = unitAfter(text, from, language, false);
    if (unit && !idle.test(text.slice(start, unit[1])))
      yield { kind: 'duration', value: spellDuration([number], unit[0]), start, end: unit[1] };
    if (unit || number === 1) continue;
    const currency = currencyAfter(text, from, locale);
    const percent = currency ? undefined : percentAfter(text, from);
    if (currency) yield { kind: 'amount', value: `${currency[0]} ${number}`, start, end: currency[1] };
    else if (percent !== undefined) yield { kind: 'percent', value: String(number), start, end: percent };
  }
};
