import { rememberList } from '../graph/remember.js';
import type { PersonSet } from '../model/roadmap.js';

/** Wants, by id, that are satisfied. */
export interface Satisfied {
  has(want: number): boolean;
}

/** Wants that a set of initiatives satisfies, in any order; asked once for each set. */
export type Satisfies = (initiatives: readonly number[]) => Satisfied;

/** Sets of persons as typed arrays: the wants of set `i` are `wants[start[i]]` to before `wants[start[i + 1]]`. */
const packed = rememberList((sets: readonly PersonSet[]) => {
  const start = new Int32Array(sets.length + 1);
  sets.forEach((set, i) => {
    start[i + 1] = start[i]! + set.wants.length;
  });
  return { start, wants: Int32Array.from(sets.flatMap((set) => [...set.wants])) };
});

/** Wants of each set that are satisfied. */
function satisfiedOf(sets: readonly PersonSet[], satisfied: Satisfied): Int32Array {
  const { start, wants } = packed(sets);
  const counts = new Int32Array(sets.length);
  for (let i = 0; i < sets.length; i++)
    for (let at = start[i]!; at < start[i + 1]!; at++) if (satisfied.has(wants[at]!)) counts[i]! += 1;
  return counts;
}

/** Persons all of whose conflicts are satisfied. */
export function personsFixed(sets: readonly PersonSet[], satisfied: Satisfied): number {
  const counts = satisfiedOf(sets, satisfied);
  return sets.reduce(
    (sum, { wants, stuck, persons }, i) => (!stuck && counts[i] === wants.length ? sum + persons : sum),
    0,
  );
}

const touchedSum = (
  sets: readonly PersonSet[],
  satisfied: Satisfied,
  of: (set: PersonSet) => number,
): number => {
  const counts = satisfiedOf(sets, satisfied);
  return sets.reduce((sum, set, i) => (counts[i]! > 0 ? sum + of(set) : sum), 0);
};

/** Persons with at least one conflict that is satisfied. */
export const personsTouched = (sets: readonly PersonSet[], satisfied: Satisfied): number =>
  touchedSum(sets, satisfied, ({ persons }) => persons);

/** Messages sent against the choices of those persons. */
export const messagesTouched = (sets: readonly PersonSet[], satisfied: Satisfied): number =>
  touchedSum(sets, satisfied, ({ messages }) => messages);

/** Persons by the part of their conflicts that is satisfied, below 1 in all: breaks ties on the way to fixing them. */
export function promise(sets: readonly PersonSet[], satisfied: Satisfied): number {
  const counts = satisfiedOf(sets, satisfied);
  let [all, sum] = [0, 0];
  sets.forEach(({ wants, stuck, persons }, i) => {
    if (stuck) return;
    all += persons;
    sum += (persons * counts[i]!) / wants.length;
  });
  return sum / (all + 1);
}
