import { addTo } from '../../text/group-by.js';
import { foldName } from './fold.js';
import { knownNames } from './known-names.js';

/** Which known names a word may be a spelling of, as numbers; none for words that are not known. */
export type NameBook = ReadonlyMap<string, readonly number[]>;

/** A book of names, one a line, its spellings apart by blanks. */
export function nameBook(lines: string): NameBook {
  const book = new Map<string, number[]>();
  for (const [number, line] of lines.trim().split('\n').entries())
    for (const word of new Set(line.split(/\s+/u).map(foldName))) addTo(book, word, number);
  return book;
}

export const knownBook: NameBook = nameBook(knownNames);

/** Of the tribe, town or father: Karimi, کریمی. Their numbers lie beyond those of the names that they come from. */
const belonging = 10_000;

/** Known names of which a word is a spelling, or which it is derived from by an ending of belonging. */
export function knownAs(sounding: string, book: NameBook): readonly number[] {
  const word = sounding.replaceAll('ٳ', 'ا');
  const direct = book.get(word);
  if (direct || !/[iyی]$/u.test(word)) return direct ?? [];
  return (book.get(word.slice(0, -1)) ?? []).map((number) => number + belonging);
}

const shortest = 3;

/** A word of two known names, محمدرضا or Alireza, as these; others as they are. */
export function knownParts(word: string, book: NameBook): readonly string[] {
  if (knownAs(word, book).length > 0) return [word];
  for (let end = shortest; end <= word.length - shortest; end++) {
    const parts = [word.slice(0, end), word.slice(end)];
    if (parts.every((part) => book.has(part))) return parts;
  }
  return [word];
}
