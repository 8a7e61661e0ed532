import type { SuppliedField } from '../../model/supply.js';

/** Texts in quotes that can be a name, and keys of hashes, maps and keyword arguments. */
const names =
  /(["'`])([\p{L}_][\p{L}\p{N}_.[\]-]{0,79})\1|(?<![\w:?])([\p{L}_][\p{L}\p{N}_]{0,79}):(?=[\s,)}]|$)|:([\p{L}_][\p{L}\p{N}_]{0,79})\s*=>/gmu;
/** Lists of words, as Ruby and Perl write them. */
const lists = /%[wiWI][[({]([^\])}%]{0,20000})[\])}]/g;

const most = 5000;

/**
 * Names that a piece of code may hand over: every one it puts in quotes or uses as a key. Rather too many than too few, so
 * that what is not among them is surely unknown to it.
 */
export function fieldsOfCode(text: string): SuppliedField[] {
  const found = new Set<string>();
  for (const [, , quoted, key, symbol] of text.matchAll(names)) {
    if (found.size >= most) break;
    found.add((quoted ?? key ?? symbol)!);
  }
  for (const [, words = ''] of text.matchAll(lists))
    for (const word of words.split(/\s+/)) if (word !== '' && found.size < most) found.add(word);
  return [...found].map((name) => ({ name }));
}
