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
import { togetherOf } from './linking.js';
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

/**
 * Findings about persons that the files of a lifelike world let one make, judged by the true person: records that no
 * key joins do not meet, and records of two persons never do.
 */
export function knownPreferenceLabels(world: World, year: Year): Label[] {
  const cause = causeFinder(world);
  const records = knownByPerson(world, year.books);
  const together = togetherOf(world, year.people, year.seed);
  const sends = new Map<number, Send[]>();
  for (const send of year.sends) sends.set(send.person, [...(sends.get(send.person) ?? []), send]);
  const conflicts = year.people.flatMap((person) =>
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
  return mainLabels(conflicts);
}
