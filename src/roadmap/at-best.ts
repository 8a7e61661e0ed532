import { remember } from '../graph/remember.js';
import type { PersonSet } from '../model/roadmap.js';
import type { Supports } from './bound.js';
import type { Satisfied } from './weigh.js';

interface Missing {
  /** Of each thing they miss, the initiatives that can matter to it. */
  readonly by: readonly ReadonlySet<number>[];
  readonly persons: number;
}

/** Persons for whom something is missing by what can matter to it; what anything can matter to is left out. */
function missingBy(sets: readonly PersonSet[], related: Supports, now: Satisfied): Missing[] {
  const keyOf = remember((want: number) => JSON.stringify(related(want)));
  const groups = new Map<string, { by: ReadonlySet<number>[]; persons: number }>();
  for (const { wants, stuck, persons } of sets) {
    const missed = stuck ? [] : wants.filter((want) => !now.has(want));
    if (missed.length === 0) continue;
    const keys = [...new Set(missed.map(keyOf))].filter((key) => key !== 'null').sort();
    const group = groups.get(keys.join());
    if (group) group.persons += persons;
    else groups.set(keys.join(), { by: keys.map((key) => new Set<number>(JSON.parse(key))), persons });
  }
  return [...groups.values()];
}

/**
 * From above, how many more persons initiatives fix when they come to those that satisfy `now`: whatever a person misses
 * must be something that one of them can matter to.
 */
export function gainAtBest(
  sets: readonly PersonSet[],
  related: Supports,
  now: Satisfied,
): (added: readonly number[]) => number {
  const missing = missingBy(sets, related, now);
  return (added) => {
    let sum = 0;
    for (const { by, persons } of missing)
      if (by.every((some) => added.some((one) => some.has(one)))) sum += persons;
    return sum;
  };
}

/** Initiatives that can be held against each other in pairs. */
const mostPaired = 31;

/**
 * From above, how many more persons two initiatives fix when they come to those that satisfy `now`, by their places in
 * `tried`: whatever a person misses must be brought by one of them alone, or be something that both can matter to.
 */
export function pairsAtBest(
  sets: readonly PersonSet[],
  tried: readonly number[],
  related: Supports,
  satisfies: (...added: readonly number[]) => Satisfied,
): (one: number, other: number) => number {
  if (tried.length > mostPaired) throw new RangeError(`${tried.length} initiatives are too many to pair`);
  const [now, ...alone] = [satisfies(), ...tried.map((one) => satisfies(one))];
  const bits = (is: (at: number) => boolean): number =>
    tried.reduce((mask, _, at) => (is(at) ? mask | (1 << at) : mask), 0);
  const needOf = remember((want: number) => {
    const some = related(want);
    return {
      brought: bits((at) => alone[at]!.has(want)),
      shared: bits((at) => some === null || some.includes(tried[at]!)),
    };
  });
  const open = sets.flatMap(({ wants, stuck, persons }) => {
    const missed = stuck ? [] : wants.filter((want) => !now.has(want)).map(needOf);
    const isHopeless = missed.some(({ brought, shared }) => brought === 0 && (shared & (shared - 1)) === 0);
    return missed.length === 0 || isHopeless ? [] : [{ missed, persons }];
  });
  return (one, other) => {
    const both = (1 << one) | (1 << other);
    let sum = 0;
    for (const { missed, persons } of open)
      if (missed.every(({ brought, shared }) => (brought & both) !== 0 || (shared & both) === both))
        sum += persons;
    return sum;
  };
}
