import { isArabic } from './arabic-units.js';
import { foldName, soundingName } from './fold.js';
import { knownBook, knownParts, type NameBook } from './name-book.js';
import { heardOf, ordersOf, type Reading, readingOf } from './reading.js';
import { skeletonsOf } from './skeleton.js';
import { waysToMean, wordsOf } from './words.js';

/** What names are compared by. */
export interface NameForms {
  /** Plain letters of its own script, words apart by one space; two equal ones are one spelling. */
  readonly folded: string;
  /** Keys for blocking across scripts, in any order of the words, the likeliest first: names that sound alike share one. */
  readonly skeletons: readonly string[];
  readonly arabic: boolean;
  readonly readings: readonly Reading[];
}

const mostSkeletons = 16;

/** A key of names that are known and yet sound differently, Alexander and Iskandar. */
function knownKeys(reading: Reading): string[] {
  if (reading.length === 0 || reading.some(({ known }) => known.length === 0)) return [];
  return [
    `=${reading
      .map(({ known }) => known[0])
      .sort()
      .join('+')}`,
  ];
}

const keysOf = (reading: Reading): string[] =>
  reading.length === 0
    ? []
    : [...ordersOf(reading).flatMap((order) => skeletonsOf(heardOf(order))), ...knownKeys(reading)];

/** The forms of one name: given, family or full, in Arabic, Latin, Cyrillic or Greek letters; others only fold. */
export function nameForms(name: string, book: NameBook = knownBook): NameForms {
  const words = wordsOf(soundingName(name)).flatMap((word) => knownParts(word, book));
  const readings = waysToMean(words).map((way) => readingOf(way, book));
  const folded = foldName(name);
  return {
    folded,
    skeletons: [...new Set(readings.flatMap(keysOf))].slice(0, mostSkeletons),
    arabic: isArabic(folded),
    readings,
  };
}
