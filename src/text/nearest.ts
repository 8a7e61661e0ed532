import { closest, distance } from 'fastest-levenshtein';
import { compareText } from './compare.js';

/**
 * The candidate most like a misspelt word, or undefined when none is near (a third of its letters may differ);
 * of equally near ones the first by code unit.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const wanted = word.toLowerCase();
  const best = closest(wanted, [...candidates].sort());
  return distance(wanted, best.toLowerCase()) <= Math.ceil(wanted.length / 3) ? best : undefined;
}

/** The shortest candidate that begins with what was typed, else one that has it inside; of equals the first by code unit. */
function longer(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  if (wanted.length < 3) return undefined;
  const rank = (candidate: string): number => (candidate.toLowerCase().startsWith(wanted) ? 0 : 1);
  return [...candidates]
    .filter((candidate) => candidate.toLowerCase().includes(wanted))
    .sort((a, b) => rank(a) - rank(b) || a.length - b.length || compareText(a, b))[0];
}

/** A tip naming the nearest candidate, or one of which the beginning or a part was typed, as a list of none or one. */
export function didYouMean(word: string, candidates: readonly string[]): string[] {
  const best = nearest(word, candidates) ?? longer(word, candidates);
  return best === undefined ? [] : [`did you mean '${best}'?`];
}
