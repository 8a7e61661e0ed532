import { septetsOf } from './gsm7.js';

/**
 * Typographic characters with a plain counterpart that says the same. Letters are not among them, nor is the zero-width
 * non-joiner, which changes Persian words.
 */
const plain = new Map<string, string>([
  ...['\u00a0', '\u202f', '\u2007', '\u2009', '\u200a', '\u2002', '\u2003', '\t'].map(
    (c) => [c, ' '] as const,
  ),
  ...['\u2018', '\u2019', '\u201a', '\u02bc', '\u00b4', '`'].map((c) => [c, "'"] as const),
  ...['\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb'].map((c) => [c, '"'] as const),
  ...['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\u2022'].map((c) => [c, '-'] as const),
  ...['\u200b', '\ufeff', '\u00ad', '\u2060'].map((c) => [c, ''] as const),
  ['\u2026', '...'],
]);

/** What to write for a character so that the text stays in the alphabet of GSM; undefined where nothing says the same. */
export const plainFor = (character: string): string | undefined => plain.get(character);

/** Whether a text is in the alphabet of GSM, or would be if its typographic characters were plain. */
export const canBePlain = (text: string): boolean =>
  [...text].every((character) => septetsOf(character) !== undefined || plain.has(character));
