import { foldWords } from './fold.js';

const shortest = 6;

/** Whether one letter more, less or other, or two letters swapped, makes one word of the other. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Puts right Latin words of a folded note that are one slip away from a word of the phrases. */
export function createSpeller(phrases: readonly string[]): (reading: string) => string {
  const stems = new Set<string>();
  const known = new Set<string>();
  for (const phrase of phrases)
    for (const word of phrase.split(' ')) {
      const folded = foldWords(word);
      if (!/^[a-z]+$/.test(folded)) continue;
      known.add(folded);
      if (word.endsWith('*')) stems.add(folded);
    }
  const long = [...known].filter((word) => word.length >= shortest).sort();
  const isKnown = (word: string) => known.has(word) || [...stems].some((stem) => word.startsWith(stem));
  const memory = new Map<string, string>();
  const spell = (word: string): string => {
    if (word.length < shortest || !/^[a-z]+$/.test(word)) return word;
    const kept = memory.get(word);
    if (kept !== undefined) return kept;
    const right = isKnown(word) ? word : (long.find((one) => isOneSlip(word, one)) ?? word);
    if (memory.size < 50_000) memory.set(word, right);
    return right;
  };
  return (reading) => reading.split(' ').map(spell).join(' ');
}
