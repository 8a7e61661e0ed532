import type { PersonSet } from '../model/roadmap.js';

/**
 * Initiatives without any of which a want stays unsatisfied, by place; null where it is satisfied by none at all, or
 * nothing is known. An empty list: nothing satisfies it.
 */
export type Supports = (want: number) => readonly number[] | null;

interface Coverable {
  readonly by: ReadonlySet<number>;
  readonly persons: number;
}

/** Persons by the want of theirs that fewest initiatives can satisfy, and those initiatives. */
function coverables(
  sets: readonly PersonSet[],
  supports: Supports,
): { free: number; coverable: Coverable[] } {
  const coverable: Coverable[] = [];
  let free = 0;
  for (const { wants, stuck, persons } of sets) {
    if (stuck) continue;
    const by = wants.map(supports).filter((some) => some !== null);
    const least = by.reduce<readonly number[] | undefined>(
      (some, one) => (some === undefined || one.length < some.length ? one : some),
      undefined,
    );
    if (least === undefined) free += persons;
    else if (least.length > 0) coverable.push({ by: new Set(least), persons });
  }
  return { free, coverable };
}

const gains = (open: readonly Coverable[]): Map<number, number> => {
  const gained = new Map<number, number>();
  for (const { by, persons } of open) for (const one of by) gained.set(one, (gained.get(one) ?? 0) + persons);
  return gained;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/**
 * Most persons that so many initiatives can fix, from above: each person needs one of the initiatives that their rarest
 * want stays unsatisfied without, and covering persons so is submodular, so that what any choice covers is at most what
 * a greedy one covers and the gains that are then largest (Nemhauser, Wolsey and Fisher 1978, doi:10.1007/BF01588971).
 */
export function coverageBound(
  sets: readonly PersonSet[],
  size: number,
  supports: Supports = () => null,
): number {
  const { free, coverable } = coverables(sets, supports);
  let [open, covered, least] = [coverable, 0, Number.POSITIVE_INFINITY];
  for (let step = 0; step <= size; step++) {
    const ranked = [...gains(open)].sort(([a, x], [b, y]) => y - x || a - b);
    least = Math.min(least, covered + sum(ranked.slice(0, size).map(([, persons]) => persons)));
    const [first] = ranked;
    if (!first) break;
    covered += first[1];
    open = open.filter(({ by }) => !by.has(first[0]));
  }
  return free + Math.min(least, sum(coverable.map(({ persons }) => persons)));
}
