import { closest, distance } from 'fastest-levenshtein';

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

/** A tip naming the nearest candidate, as a list of none or one. */
export function didYouMean(word: string, candidates: readonly string[]): string[] {
  const best = nearest(word, candidates);
  return best === undefined ? [] : [`did you mean '${best}'?`];
}
