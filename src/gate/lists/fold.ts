/** A text made comparable, and where each of its characters stood. */
export interface Folded {
  readonly text: string;
  /** Offset in the given text of an offset in the folded one. */
  readonly at: (offset: number) => number;
}

/**
 * Letters that writers use for one another. Arabic and Persian keyboards differ in yeh and kaf (U+064A/U+06CC,
 * U+0643/U+06A9), and hamza is often left out.
 */
const alike: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  '’': "'",
  '‘': "'",
  '‐': '-',
  '‑': '-',
  '،': ',',
  '؛': ';',
  '؟': '?',
};

/** Vowel signs, hamza above or below (U+064B–U+065F, U+0670), tatweel, soft hyphen, bidi marks and joiner. */
const left = /[\u064b-\u065f\u0670\u0640\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\u200d/;

/** Characters of space; the zero-width non-joiner parts a Persian word from its ending. */
const space = /[\s\u200b\u200c]/;

function foldCharacter(character: string, code: number): string {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 32) : character;
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  const lower = alike[character] ?? character.toLowerCase();
  return lower.length === 1 ? lower : character;
}

/** Latin or Cyrillic text with single spaces between words: folding it is lower case, and every character stays in its place. */
const plain =
  /^(?:[!-~\u00a1-\u00ac\u00ae-\u012f\u0131-\u024f\u0400-\u0482\u048a-\u052f\ufffc]|[ \n](?![ \n]))*$/;
const same = (offset: number): number => offset;

/** Lower case, one space for many, Latin digits, no vowel signs, one letter for those that look alike. */
export function fold(text: string): Folded {
  if (plain.test(text)) return { text: text.toLowerCase().replaceAll('\n', ' '), at: same };
  const places: number[] = [];
  const folded: string[] = [];
  let wasSpace = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    const code = text.charCodeAt(i);
    const isSpace = code < 0x80 ? code === 0x20 || (code >= 9 && code <= 13) : space.test(character);
    if (isSpace ? wasSpace : code >= 0x80 && left.test(character)) continue;
    folded.push(isSpace ? ' ' : foldCharacter(character, code));
    places.push(i);
    wasSpace = isSpace;
  }
  places.push(text.length);
  return { text: folded.join(''), at: (offset) => places[offset] ?? text.length };
}
