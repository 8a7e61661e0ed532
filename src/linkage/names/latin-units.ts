import { addTo } from '../../text/group-by.js';
import { consonant, softConsonant, type Unit, vowel } from './units.js';

interface Spelling {
  readonly pattern: RegExp;
  readonly units: readonly Unit[];
}

/** A spelling that begins with one of `letters`; `^` and `$` in the pattern are the ends of the word. */
const spelling = (letters: string, pattern: string, ...units: Unit[]) => ({ letters, pattern, units });

const lastSyllable = '(?=[^aeiouy]+$)';

/** Spellings in the order in which they are tried at each place. */
const spellings = [
  spelling('o', '^ou(?=[aeiy])', vowel('w')),
  spelling('a', '^a+', vowel('à')),
  spelling('e', '^e+', vowel('è')),
  spelling('i', '^i+', vowel('ì')),
  spelling('o', '^o[ou]?', vowel('ò')),
  spelling('u', '^u+', vowel('ù')),
  spelling('h', '(?<=[aei])h$', vowel('H')),
  spelling('a', 'aa?(?=h?$)', vowel('4')),
  spelling('e', 'e(?=h?$)', vowel('5')),
  spelling('o', 'o$', vowel('7')),
  spelling('eiy', '(ee|ii|ie|i|y)$(?<![aeo][yi])', vowel('6')),
  spelling('o', '(?<=^[^aeiouy]+)ou(?=a)', vowel('O')),
  spelling('o', 'ou(?=[aeiy])', vowel('w')),
  spelling('a', 'a(?=[iyuw])', vowel('á')),
  spelling('e', 'e(?=[iy])|(?<=[aou])e(?=[^aeiouy])', vowel('é')),
  spelling('e', `(?<=^[^aeiouy]+a\\1?([^aeiouy]))e${lastSyllable}`, vowel('ē')),
  spelling('a', `(?<=^[^aeiouy]*a\\1([^aeiouys]))a${lastSyllable}`, vowel('ā')),
  spelling('o', 'o(?=w)', vowel('ó')),
  spelling('a', 'aa', vowel('A')),
  spelling('ei', 'ee|ii', vowel('I')),
  spelling('o', 'oo', vowel('U')),
  spelling('o', `ou${lastSyllable}`, vowel('Ó')),
  spelling('o', 'ou', vowel('O')),
  spelling('i', `(?<![ae]|(?!(.)\\1)[^aeiouy][^aeiouyh])i(?=[^aeiouy]+(?:[ae]h?)?$)`, vowel('í')),
  spelling('u', `(?<!a)u${lastSyllable}`, vowel('ú')),
  spelling('iy', '(?<=[ae])i|y+', vowel('y')),
  spelling('uvw', '(?<=a)u|[vw]+', vowel('w')),
  ...['a', 'e', 'i', 'o', 'u', 'h'].map((letter) => spelling(letter, letter, vowel(letter))),
  spelling('t', 'tch|tsch', consonant('C', 's')),
  spelling('s', 'sch|sh', consonant('Sś', 's')),
  spelling('c', 'ch(?=[rl])', consonant('k', 'k')),
  spelling('c', 'ch', consonant('CSxk', 'sk')),
  spelling('k', 'kh', consonant('x', 'k')),
  spelling('g', 'gh', consonant('Gqg', 'k')),
  spelling('z', 'zh', consonant('Zj', 'j')),
  spelling('t', 'th', consonant('Tt', 'ts')),
  spelling('d', 'dh', consonant('Dd', 'zd')),
  spelling('p', 'ph', consonant('f', 'f')),
  spelling('d', 'dj', consonant('j', 'j')),
  spelling('k', 'k+', consonant('kq', 'k')),
  spelling('c', 'c(?=[eiy])', consonant('sjC', 'sj')),
  spelling('c', 'c+(?=[aou])', consonant('kqjC', 'kjs')),
  spelling('c', 'c+k?', consonant('kq', 'k')),
  spelling('ʂ', 'ʂ', consonant('sC', 's')),
  spelling('q', 'qu(?=[ei])|q+', consonant('q', 'k')),
  spelling('g', 'gu(?=[ei])|g+', consonant('gjqG', 'kj')),
  spelling('j', 'j+', softConsonant('jZy', 'j')),
  spelling('x', '^x', consonant('x', 'k')),
  spelling('x', 'x', consonant('k', 'k'), consonant('s', 's')),
  spelling('t', 't$', consonant('td', 'td')),
  spelling('t', 't+', consonant('t', 't')),
  spelling('d', 'd+', consonant('dD', 'd')),
  spelling('s', 's+', consonant('sTś', 's')),
  spelling('z', 'z+', consonant('zDZ', 'z')),
  spelling('p', 'p+', consonant('pb', 'b')),
  ...['b', 'f', 'l', 'm', 'n', 'r'].map((letter) =>
    spelling(letter, `${letter}+`, consonant(letter, letter)),
  ),
];

const byLetter = new Map<string, Spelling[]>();
for (const { letters, pattern, units } of spellings)
  for (const letter of letters) addTo(byLetter, letter, { pattern: new RegExp(pattern, 'uy'), units });

function spelledAt(word: string, place: number): { length: number; units: readonly Unit[] } {
  for (const { pattern, units } of byLetter.get(word[place]!) ?? []) {
    pattern.lastIndex = place;
    const found = pattern.exec(word);
    if (found) return { length: found[0].length, units };
  }
  const letter = String.fromCodePoint(word.codePointAt(place)!);
  return { length: letter.length, units: [consonant(letter, letter)] };
}

/** What is heard of a word in Latin letters; letters of other scripts stand for themselves. */
export function latinUnits(word: string): Unit[] {
  const heard: Unit[] = [];
  for (let place = 0; place < word.length; ) {
    const { length, units } = spelledAt(word, place);
    heard.push(...units);
    place += length;
  }
  return heard;
}
