import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { soundingName } from '../../../src/linkage/names/fold.js';
import { knownNames } from '../../../src/linkage/names/known-names.js';
import { type NameBook, nameBook } from '../../../src/linkage/names/name-book.js';
import { waysToMean, wordsOf } from '../../../src/linkage/names/words.js';

/**
 * Names were dealt to the halves by a hash before a rule or the list was written; one half was never looked at. The fresh
 * ones were written when the rules had long stood, and before they were run on them; when rules had been changed for what
 * they showed, so were the unseen ones.
 */
export type Half = 'seen' | 'measured' | 'fresh' | 'unseen';
export type Pair = readonly [string, string];

const rows = (file: string): Record<string, string>[] =>
  parse(readFileSync(new URL(file, import.meta.url)), { columns: true });
const ofHalf = (file: string, half: Half) => rows(file).filter((row) => row.half === half);

/** Pairs of spellings of one name: the first of each line with every other. */
export const samePairs = (half: Half): Pair[] =>
  ofHalf('spellings.csv', half).flatMap(({ spellings }) => {
    const [first, ...others] = spellings!.split('|');
    return others.map((other): Pair => [first!, other]);
  });

/** Pairs of different names that look or sound alike. */
export const differentPairs = (half: Half): Pair[] =>
  ofHalf('different.csv', half).map(({ a, b }): Pair => [a!, b!]);

const wordsIn = (name: string): string[] => waysToMean(wordsOf(soundingName(name))).flat();

/** The list of known names without every entry that holds a word of this half. */
export function bookWithout(half: Half): NameBook {
  const held = new Set([...samePairs(half), ...differentPairs(half)].flat().flatMap(wordsIn));
  const entries = knownNames.trim().split('\n');
  return nameBook(entries.filter((entry) => !wordsIn(entry).some((word) => held.has(word))).join('\n'));
}
