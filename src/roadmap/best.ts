import { remember } from '../graph/remember.js';
import type { PersonSet } from '../model/roadmap.js';
import type { Supports } from './bound.js';
import type { Satisfied } from './weigh.js';

/** An option and what it is worth. */
export interface Best<T> {
  readonly option: T;
  readonly value: number;
}

/**
 * The option worth most, of equals the first, so that the same question has the same answer. What `atBest` says an
 * option is worth from above leaves those unweighed that have no chance.
 */
export function best<T>(
  options: Iterable<T>,
  weigh: (option: T) => number,
  atBest: (option: T) => number = () => Number.POSITIVE_INFINITY,
): Best<T> | undefined {
  const ranked = [...options]
    .map((option, at) => ({ option, at, most: atBest(option) }))
    .sort((a, b) => (a.most === b.most ? a.at - b.at : b.most - a.most));
  let found: (Best<T> & { readonly at: number }) | undefined;
  for (const { option, at, most } of ranked) {
    if (found && most < found.value) break;
    const value = weigh(option);
    if (!found || value > found.value || (value === found.value && at < found.at))
      found = { option, value, at };
  }
  return found;
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
