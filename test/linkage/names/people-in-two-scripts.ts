import type { Value } from '../../../src/store/store.js';
import { samePairs } from './read-names.js';

const isArabic = (name: string): boolean => /^\p{Script=Arabic}/u.test(name);

/** Names of the measured half, in Arabic script with their spellings in Latin letters. */
function namesInBoth(): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [arabic, latin] of samePairs('measured'))
    if (isArabic(arabic) && !isArabic(latin) && !arabic.includes(' '))
      names.set(arabic, [...(names.get(arabic) ?? []), latin]);
  return names;
}

/** Whole numbers below `n`, the same in every run. */
export function numbers(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

export interface Person {
  readonly person: number;
  /** record, source, given, family, born, city */
  readonly row: readonly Value[];
}

const cities = ['London', 'Berlin', 'Paris', 'Wien', 'Köln', 'Leeds', 'Lyon', 'Graz'];

/**
 * `persons` people, each once in a system that writes Latin letters and once in one that writes Arabic; every eighth day
 * of birth and every fourth city is missing or another one.
 */
export function peopleInTwoScripts(persons: number, seed: number): Person[] {
  const next = numbers(seed);
  const names = [...namesInBoth()];
  const spell = ([arabic, latin]: [string, string[]], inArabic: boolean) =>
    inArabic ? arabic : latin[next(latin.length)]!;
  return Array.from({ length: persons }, (_, person) => {
    const [given, family] = [names[next(names.length)]!, names[next(names.length)]!];
    const born = `19${50 + next(50)}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`;
    const city = cities[next(cities.length)]!;
    return [false, true].map(
      (inArabic, source): Person => ({
        person,
        row: [
          2 * person + source,
          source,
          spell(given, inArabic),
          spell(family, inArabic),
          next(8) === 0 ? null : born,
          next(4) === 0 ? cities[next(cities.length)]! : city,
        ],
      }),
    );
  }).flat();
}
