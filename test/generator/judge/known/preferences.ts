import { holdersOf } from '../../graph.js';
import type { Person } from '../../person.js';
import type { Year } from '../../simulate/run.js';
import type { Send } from '../../simulate/sends.js';
import { period } from '../../time.js';
import type { World } from '../../world/types.js';
import { causeFinder } from '../cause.js';
import { mainLabels } from '../preferences.js';
import type { Conflict, Label } from '../types.js';
import { knownNotCarriedOver } from './carried.js';
import { type Together, togetherOf } from './linking.js';
import { knownOpposites } from './opposites.js';
import { type Known, knownByPerson } from './records.js';
import { knownViolations } from './violations.js';

/** Systems with a customer record of the person that has not ended, and a mode of delivery. */
function holdersFor(world: World, person: Person): string[] {
  const keepers = new Set(holdersOf(world, 'preference.delivery'));
  return world.stores
    .filter((store) => store.hasCustomers && keepers.has(store.id) && person.stores.includes(store.id))
    .filter((store) => (person.closed?.get(store.id) ?? Infinity) > period.asOf)
    .map((store) => store.id);
}

const of = <T extends { system: string }>(rows: readonly T[], systems: ReadonlySet<string>): T[] =>
  rows.filter(({ system }) => systems.has(system));

/** Conflicts that the files of a lifelike world let one see, person by person, where records meet as `together` says. */
export function knownConflicts(
  world: World,
  year: Year,
  together: ReadonlyMap<number, Together>,
): Conflict[] {
  const cause = causeFinder(world);
  const records = knownByPerson(world, year.books);
  const sends = new Map<number, Send[]>();
  for (const send of year.sends) sends.set(send.person, [...(sends.get(send.person) ?? []), send]);
  return year.people.flatMap((person) =>
    together.get(person.index)!.flatMap((systems): Conflict[] => {
      const lines: Known[] = of(records.get(person.index) ?? [], systems);
      const mine = of(sends.get(person.index) ?? [], systems);
      const holders = holdersFor(world, person).filter((id) => systems.has(id));
      return [
        ...knownOpposites(world, person.index, lines, cause),
        ...knownNotCarriedOver(person.index, lines, holders, mine, cause),
        ...knownViolations(person.index, lines, mine, world.life!.grace, cause),
      ];
    }),
  );
}

/** As if every record said whose it is. */
export const allTogether = (year: Year): Map<number, Together> =>
  new Map(year.people.map(({ index, stores }) => [index, [new Set(stores)]]));

/**
 * Findings about persons that the files of a lifelike world let one make, judged by the true person: records that no
 * key joins do not meet, and records of two persons never do.
 */
export const knownPreferenceLabels = (world: World, year: Year): Label[] =>
  mainLabels(knownConflicts(world, year, togetherOf(world, year.people, year.seed)));
