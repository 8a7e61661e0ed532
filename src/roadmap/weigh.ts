import type { PersonSet } from '../model/roadmap.js';

/** Wants that a set of initiatives satisfies, by place of the initiatives; asked once for each set. */
export type Satisfies = (initiatives: readonly number[]) => ReadonlySet<number>;

/** Persons all of whose conflicts are satisfied. */
export const personsFixed = (sets: readonly PersonSet[], satisfied: ReadonlySet<number>): number =>
  sets.reduce(
    (sum, { wants, stuck, persons }) =>
      !stuck && wants.every((want) => satisfied.has(want)) ? sum + persons : sum,
    0,
  );

/** Persons with at least one conflict that is satisfied. */
export const personsTouched = (sets: readonly PersonSet[], satisfied: ReadonlySet<number>): number =>
  sets.reduce(
    (sum, { wants, persons }) => (wants.some((want) => satisfied.has(want)) ? sum + persons : sum),
    0,
  );

/** Messages sent against the choices of those persons. */
export const messagesTouched = (sets: readonly PersonSet[], satisfied: ReadonlySet<number>): number =>
  sets.reduce(
    (sum, { wants, messages }) => (wants.some((want) => satisfied.has(want)) ? sum + messages : sum),
    0,
  );

/** Persons by the part of their conflicts that is satisfied, below 1 in all: breaks ties on the way to fixing them. */
export function promise(sets: readonly PersonSet[], satisfied: ReadonlySet<number>): number {
  const open = sets.filter(({ stuck }) => !stuck);
  const part = ({ wants, persons }: PersonSet): number =>
    (persons * wants.filter((want) => satisfied.has(want)).length) / wants.length;
  const all = open.reduce((sum, { persons }) => sum + persons, 0);
  return open.reduce((sum, set) => sum + part(set), 0) / (all + 1);
}
