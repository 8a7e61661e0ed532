import { arabicUnits, isArabic } from './arabic-units.js';
import { latinUnits } from './latin-units.js';
import { knownAs, type NameBook } from './name-book.js';
import type { Unit } from './units.js';

/** A word of a name: what is heard of it, and which known names it may be a spelling of. */
export interface Word {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly known: readonly number[];
}

/** One way in which a name can be meant, word by word. */
export type Reading = readonly Word[];

const unitsOf = (word: string): readonly Unit[] => (isArabic(word) ? arabicUnits(word) : latinUnits(word));

export const readingOf = (words: readonly string[], book: NameBook): Reading =>
  words.map((text) => ({ text, units: unitsOf(text), known: knownAs(text, book) }));

const mostWords = 4;

/** A reading in every order in which its words may stand: given name first or family name first. */
export const ordersOf = (reading: Reading): Reading[] =>
  reading.length > mostWords
    ? [reading]
    : reading.map((_, first) => [...reading.slice(first), ...reading.slice(0, first)]);

export const heardOf = (reading: Reading): readonly Unit[] => reading.flatMap(({ units }) => units);
