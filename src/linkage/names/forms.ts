import { arabicUnits, isArabic } from './arabic-units.js';
import { foldName, soundingName } from './fold.js';
import { latinUnits } from './latin-units.js';
import { skeletonsOf } from './skeleton.js';
import type { Unit } from './units.js';
import { waysToMean, wordsOf } from './words.js';

/** One way in which a name can be meant: its words, and what is heard of each. */
export interface Reading {
  readonly words: readonly string[];
  readonly units: readonly (readonly Unit[])[];
}

/** What names are compared by. */
export interface NameForms {
  /** Plain letters of its own script, words apart by one space; two equal ones are one spelling. */
  readonly folded: string;
  /** Keys for blocking across scripts, in any order of the words, the likeliest first: names that sound alike share one. */
  readonly skeletons: readonly string[];
  readonly arabic: boolean;
  readonly readings: readonly Reading[];
}

const rotations = <T>(items: readonly T[]): T[][] =>
  items.length > 4
    ? [[...items]]
    : items.map((_, first) => [...items.slice(first), ...items.slice(0, first)]);

const unitsOf = (word: string): readonly Unit[] => (isArabic(word) ? arabicUnits(word) : latinUnits(word));
const readingOf = (words: readonly string[]): Reading => ({ words, units: words.map(unitsOf) });

/** A reading in every order in which its words may stand: given name first or family name first. */
export const ordersOf = (reading: Reading): Reading[] =>
  rotations(reading.words.map((word, index) => [word, reading.units[index]!] as const)).map((order) => ({
    words: order.map(([word]) => word),
    units: order.map(([, units]) => units),
  }));

const mostSkeletons = 16;

/** The forms of one name: given, family or full, in Arabic, Latin, Cyrillic or Greek letters; others only fold. */
export function nameForms(name: string): NameForms {
  const readings = waysToMean(wordsOf(soundingName(name))).map(readingOf);
  const skeletons = readings.flatMap((reading) =>
    ordersOf(reading).flatMap((order) => (order.words.length > 0 ? skeletonsOf(order.units.flat()) : [])),
  );
  const folded = foldName(name);
  return {
    folded,
    skeletons: [...new Set(skeletons)].slice(0, mostSkeletons),
    arabic: isArabic(folded),
    readings,
  };
}
