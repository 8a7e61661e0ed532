import type { Role } from '../index.js';
import { foldHeader } from './fold.js';
import { nameWords, neverCompared, roleWords, sideWords } from './words.js';

/** What a column is for; a record's id names it and is never compared. */
export type ColumnRole = Role | 'record_id';

/** How surely a name tells the role: as it stands, without words at its sides, or by a part of it. */
type Sureness = 3 | 2 | 1;

/** A guess from the column's name alone. */
export interface Guess {
  readonly role: ColumnRole | 'name' | 'never' | undefined;
  readonly sureness: Sureness | 0;
  /** Place of the word among those of its role: the plainest comes first. */
  readonly rank: number;
}

type Known = Exclude<Guess['role'], undefined>;
interface Word {
  readonly role: Known;
  readonly rank: number;
}

const joined = (phrase: string): string => phrase.replaceAll(' ', '');

function indexWords(): Map<string, Word> {
  const index = new Map<string, Word>();
  const add = (role: Known, phrases: readonly string[]): void => {
    for (const [rank, phrase] of phrases.map(foldHeader).entries())
      for (const form of [phrase, joined(phrase)]) if (!index.has(form)) index.set(form, { role, rank });
  };
  for (const [role, lists] of Object.entries(roleWords))
    add(
      role as ColumnRole,
      lists.flatMap((list) => list.split('|')),
    );
  add('name', nameWords);
  add('never', neverCompared);
  return index;
}

const index = indexWords();
const nothing: Guess = { role: undefined, sureness: 0, rank: 0 };
const found = (phrase: string, sureness: Sureness): Guess | undefined => {
  const word = index.get(phrase) ?? index.get(joined(phrase));
  return word && { ...word, sureness };
};

/** Without words at the sides that say whose it is or in which form; `customer_no` itself is known before. */
function bare(words: readonly string[]): string[] {
  const from = words.findIndex((word) => !sideWords.has(word));
  const to = words.findLastIndex((word) => !sideWords.has(word));
  return from < 0 ? [] : words.slice(from, to + 1);
}

/** The longest part that is a known word; short parts alone (`st`, `cp`) tell nothing. */
function partOf(words: readonly string[]): Guess | undefined {
  for (let size = words.length - 1; size > 0; size--)
    for (let from = 0; from + size <= words.length; from++) {
      const part = words.slice(from, from + size).join(' ');
      const guess = part.length < 4 ? undefined : found(part, 1);
      if (guess && guess.role !== 'never' && guess.role !== 'record_id') return guess;
    }
  return undefined;
}

/** What a column's name alone tells. */
export function guessRole(name: string): Guess {
  const folded = foldHeader(name);
  const words = bare(folded.split(' '));
  return (
    found(folded, 3) ?? (words.length > 0 ? found(words.join(' '), 2) : undefined) ?? partOf(words) ?? nothing
  );
}
