import { holdersOf } from '../graph.js';
import type { Year } from '../simulate/run.js';
import type { Send } from '../simulate/sends.js';
import type { World } from '../world/types.js';
import { notCarriedOver } from './carried.js';
import { causeFinder } from './cause.js';
import { opposites } from './opposites.js';
import { recordsByPerson } from './records.js';
import { byCode, type Conflict, causeOrder, type Label } from './types.js';
import { violations } from './violations.js';

function conflictsOf(world: World, year: Year): Conflict[] {
  const cause = causeFinder(world);
  const records = recordsByPerson(year.books);
  const sends = new Map<number, Send[]>();
  for (const send of year.sends) sends.set(send.person, [...(sends.get(send.person) ?? []), send]);
  const keepers = new Set(holdersOf(world, 'preference.delivery'));
  const withCustomers = new Set(
    world.stores.filter((store) => store.hasCustomers && keepers.has(store.id)).map((store) => store.id),
  );
  return year.people.flatMap((person) => {
    const lines = records.get(person.index) ?? [];
    const mine = sends.get(person.index) ?? [];
    const holders = person.stores.filter((id) => withCustomers.has(id));
    return [
      ...opposites(world, person.index, lines, cause),
      ...notCarriedOver(person.index, lines, holders, mine, cause),
      ...violations(person.index, lines, mine, cause),
    ];
  });
}

/** The cause with most persons; ties go to the earlier one of the decision tree. */
function mainCause(conflicts: readonly Conflict[]): string | null {
  const counts = causeOrder.map((cause) => conflicts.filter((one) => one.cause === cause).length);
  const most = Math.max(...counts);
  return most === 0 ? null : causeOrder[counts.indexOf(most)]!;
}

/** Findings about persons: one per rule and pair of systems. */
export const preferenceLabels = (world: World, year: Year): Label[] => mainLabels(conflictsOf(world, year));

/** Conflicts by rule and pair of systems, with the cause of most. */
export function mainLabels(conflicts: readonly Conflict[]): Label[] {
  const groups = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    const key = `${conflict.rule}\tpair:${conflict.from}>${conflict.to}/${conflict.field}`;
    const group = groups.get(key) ?? [];
    group.push(conflict);
    groups.set(key, group);
  }
  return [...groups]
    .sort(([a], [b]) => byCode(a, b))
    .map(([key, group]) => {
      const [rule, subject] = key.split('\t') as [string, string];
      const persons = new Set(group.map((conflict) => conflict.person)).size;
      return { rule, subject, cause: mainCause(group), persons };
    });
}
