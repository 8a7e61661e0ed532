import { consonant, isVowel, type Unit, vowel } from './units.js';

/** Letters of the Arabic script (folded), as Arabs, Persians, Turks and Indians pronounce them. */
const consonants: Readonly<Record<string, Unit>> = {
  ب: consonant('bp', 'b'),
  پ: consonant('p', 'b'),
  ت: consonant('t', 't'),
  ث: consonant('Tst', 'st'),
  ج: consonant('jg', 'j'),
  چ: consonant('C', 's'),
  خ: consonant('x', 'k'),
  د: consonant('d', 'd'),
  ذ: consonant('Dzd', 'zd'),
  ر: consonant('r', 'r'),
  ز: consonant('z', 'z'),
  ژ: consonant('Zj', 'j'),
  س: consonant('s', 's'),
  ش: consonant('Sś', 's'),
  ص: consonant('s', 's'),
  ض: consonant('Dzd', 'zd'),
  ط: consonant('t', 't'),
  ظ: consonant('Dzd', 'zd'),
  غ: consonant('Gqg', 'k'),
  ف: consonant('f', 'f'),
  ق: consonant('qkgG', 'k'),
  ک: consonant('k', 'k'),
  گ: consonant('g', 'k'),
  ل: consonant('l', 'l'),
  م: consonant('m', 'm'),
  ن: consonant('n', 'n'),
  ح: vowel('h'),
};

/** Half vowels, and pairs of them that are one, by their place: first, in the middle, last. */
const halfVowels: Readonly<Record<string, readonly [string, string, string]>> = {
  ا: ['β', 'α', 'γ'],
  ٳ: ['ϊ', 'ϊ', 'γ'],
  و: ['ω', 'ω', 'ω'],
  ی: ['ι', 'ι', 'ζ'],
  ع: ['ε', 'ʿ', 'ʿ'],
  ء: ['ʿ', 'ʿ', 'ʿ'],
  ه: ['h', 'h', 'η'],
  عا: ['α', 'α', 'γ'],
  یع: ['ι', 'ι', 'ι'],
};

/** Ye at the end is no alef in disguise (هدی, مصطفی) where an alef stands before it or the word is long: هانی, خوارزمی. */
const isSurelyYe = (letters: readonly string[], last: number): boolean =>
  letters[last] === 'ی' && (last > 4 || letters.some((letter) => letter.endsWith('ا')));

const halfVowel = (letters: readonly string[], index: number): Unit | undefined => {
  const codes = halfVowels[letters[index]!];
  if (!codes) return undefined;
  if (index === 0) return vowel(codes[0]);
  return vowel(index < letters.length - 1 || isSurelyYe(letters, index) ? codes[1] : codes[2]);
};

/** A ye on a hamza is no vowel of its own: ائی, یی at the end are one. */
const isSeat = (letters: readonly string[], index: number): boolean =>
  letters[index] === 'ی' && letters[index + 1] === 'ی' && index + 2 === letters.length;

export const isArabic = (word: string): boolean => /^\p{Script=Arabic}/u.test(word);

const isConsonant = (unit: Unit | undefined): boolean =>
  unit !== undefined && (!isVowel(unit) || unit.sounds === 'h');

/** Where alef is followed by two consonants and no more, in as many of the last units. */
function closes(units: readonly Unit[], last: number): boolean {
  const [alef, first, second] = units.slice(-last);
  return alef?.sounds === 'α' && isConsonant(first) && isConsonant(second);
}

/** After alef two last consonants have a vowel between them: ناصر is Naser, never Nasr; ناصری hardly ever Nasri. */
function withUnwritten(units: readonly Unit[]): Unit[] {
  if (closes(units, 3)) return units.toSpliced(-1, 0, vowel('ǝ'));
  return units.at(-1)?.sounds === 'ι' && closes(units, 4) ? units.toSpliced(-2, 0, vowel('ϋ')) : [...units];
}

/** What is heard of a folded word in Arabic script; letters nobody knows stand for themselves. */
export function arabicUnits(word: string): Unit[] {
  const letters = word.match(/عا|یع$|./gu) ?? [];
  const unitAt = (letter: string, index: number): Unit =>
    consonants[letter] ??
    (isSeat(letters, index) ? vowel('ʿ') : undefined) ??
    halfVowel(letters, index) ??
    consonant(letter, letter);
  return withUnwritten(letters.map(unitAt));
}
