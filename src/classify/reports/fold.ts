import { asciiDigits, easternDigits } from '../../text/digits.js';

/** Letters that are one to whoever types in haste: hamza or none, yeh and kaf of either keyboard, teh marbuta and heh. */
const alike = new Map(
  ['أا', 'إا', 'آا', 'ٱا', 'ىي', 'یي', 'ئي', 'ؤو', 'کك', 'ةه', 'ۀه', 'ھه', 'ﻻلا'].map((pair) => [
    pair[0]!,
    pair.slice(1),
  ]),
);
const digits = new Map(Array.from(easternDigits, (digit, i) => [digit, asciiDigits[i]!]));

const nothing = /['’‘`\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const arabic = /\p{Script=Arabic}/u;

/** `می شود` as `میشود`, `نامه ها` as `نامهها`: Persian words are joined and parted at will. */
const joined = (text: string): string =>
  text.replace(/(?<=^| )(ن?مي) (?=\p{L})/gu, '$1').replace(/ (ها|هاي|هايي)(?= |$)/gu, '$1');

/** The article, alone or behind the particles that are written with it. */
const withoutArticle = (word: string): string => word.replace(/^(?:[وف]?[بك]?ال|[وف]?لل)(?=\p{L}{3})/u, '');
/** One of the particles that are written with the next word. */
const withoutParticle = (word: string): string => word.replace(/^[وفبلك](?=\p{L}{3})/u, '');

const eachWord = (text: string, change: (word: string) => string): string =>
  arabic.test(text)
    ? text
        .split(' ')
        .map((word) => (arabic.test(word) ? change(word) : word))
        .join(' ')
    : text;

/** Words in small letters, one space between: no accents, vowel signs, joiners or punctuation; letters that look alike are one. */
export function foldWords(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFKC')
    .toLowerCase();
  const bare = Array.from(
    plain.replace(nothing, ''),
    (letter) => alike.get(letter) ?? digits.get(letter) ?? letter,
  );
  return eachWord(
    joined(
      bare
        .join('')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    ),
    withoutArticle,
  );
}

/** A note as phrases are looked for in it: as it stands, and with Arabic particles taken off its words. */
export function readingsOf(text: string): string[] {
  const folded = foldWords(text);
  const bare = eachWord(folded, withoutParticle);
  return [...new Set([folded, bare])].map((reading) => ` ${reading} `);
}

/**
 * A phrase as it is looked for. Words are whole unless `*` leaves the end open; in Arabic script the end is open unless
 * a full stop closes it, and the start is where the first word has four letters or more.
 */
export function foldReportPhrase(phrase: string): string {
  const folded = foldWords(phrase);
  if (!arabic.test(folded)) return phrase.endsWith('*') ? ` ${folded}` : ` ${folded} `;
  const start = folded.split(' ')[0]!.length >= 4 ? '' : ' ';
  return `${start}${folded}${phrase.endsWith('.') ? ' ' : ''}`;
}
