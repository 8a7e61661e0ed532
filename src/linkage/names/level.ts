import { soundDistance } from './alignment.js';
import type { Scripts } from './costs.js';
import type { NameForms } from './forms.js';
import { heardOf, ordersOf, type Reading, type Word } from './reading.js';

/** How alike two names are, from the same letters down to nothing in common but, at most, an initial. */
export type NameLevel = 'equal' | 'equivalent' | 'voiced' | 'skeleton' | 'none';

const compact = (folded: string): string => folded.replaceAll(' ', '');
const meet = <T>(a: readonly T[], b: readonly T[]): boolean => a.some((one) => b.includes(one));

/** What one word may cost in vowels that spellings leave open, and a whole name of several words. */
const perWord = 0.55;
const perName = 0.62;
const different = Number.POSITIVE_INFINITY;

/** Known names are the same or not, whatever they sound like; of others the sound decides. */
function wordDistance(a: Word, b: Word, arabic: Scripts): number {
  if (a.text === b.text) return 0;
  if (a.known.length > 0 && b.known.length > 0) return meet(a.known, b.known) ? 0 : different;
  const cost = soundDistance(a.units, b.units, arabic, perWord);
  return cost <= perWord ? cost : different;
}

/** Word by word where there are as many; else what is heard of all, for words are joined and split at will. */
function readingDistance(a: Reading, b: Reading, arabic: Scripts): number {
  if (a.length !== b.length) return soundDistance(heardOf(a), heardOf(b), arabic, perName);
  let sum = 0;
  for (const [index, word] of a.entries()) {
    sum += wordDistance(word, b[index]!, arabic);
    if (sum > perName) break;
  }
  return sum;
}

const areKnown = (a: Reading, b: Reading): boolean =>
  a.length === b.length && a.every((word, index) => meet(word.known, b[index]!.known));

/** How two names agree, and at what cost of vowels that spellings leave open: 0 for sure. */
export interface NameMatch {
  readonly level: NameLevel;
  readonly cost: number;
}

function bestOf(a: NameForms, b: NameForms): NameMatch {
  const arabic = { a: a.arabic, b: b.arabic };
  let least = different;
  for (const one of a.readings)
    for (const other of b.readings.flatMap(ordersOf)) {
      if (areKnown(one, other)) return { level: 'equivalent', cost: 0 };
      least = Math.min(least, readingDistance(one, other, arabic));
    }
  return { level: least <= perName ? 'voiced' : 'skeleton', cost: least };
}

/** How two names agree. */
export function nameMatch(a: NameForms, b: NameForms): NameMatch {
  if (a.folded === b.folded || compact(a.folded) === compact(b.folded)) return { level: 'equal', cost: 0 };
  return meet(a.skeletons, b.skeletons) ? bestOf(a, b) : { level: 'none', cost: different };
}

/** The level at which two names agree. */
export const nameLevel = (a: NameForms, b: NameForms): NameLevel => nameMatch(a, b).level;
