import { subjectKey } from '../people.js';
import type { Person } from '../person.js';
import { at, DAY, HOUR } from '../time.js';
import type { Restored } from '../world/trouble.js';
import type { World } from '../world/types.js';

/** A value that a system had of a detail of a person, from a time on. */
export interface Kept {
  readonly system: string;
  readonly subject: string;
  readonly person: number;
  readonly field: string;
  readonly value: string;
  readonly from: number;
}

const begun = at('2022-03-01T09:00:00Z');
const corrected = at('2026-02-03T09:00:00Z');
/** The feed after the month in which the corrections were made. */
const fed = at('2026-03-02T02:00:00Z');

/** Whether it came back then. */
export const isFed = ({ from }: Pick<Kept, 'from'>): boolean => from === fed;

/** When agents had found out. */
const again = fed + 9 * DAY;

/** Of twelve persons one has another address put right and loses it again, one has a slip put right for good. */
function valuesOf(
  { index, street, city }: Person,
  by: Restored['by'],
): (readonly [value: string, from: number])[] {
  const known = `${street}, ${city}`;
  const time = corrected + (index % 20) * DAY + (index % 7) * HOUR;
  if (index % 12 === 1 && by === 'feed')
    return [
      [known, begun],
      [`${1 + (index % 80)} Corrected Rise, ${city}`, time],
      [known, fed],
    ];
  if (index % 12 === 1)
    return [
      [`${1 + (index % 80)} Former Row, ${city}`, begun],
      [known, time],
      [`${1 + (index % 80)} Former Row, ${city}`, fed],
      [known, again],
    ];
  if (index % 12 === 7)
    return [
      [`${street} c/o, ${city}`, begun],
      [known, time],
    ];
  return [];
}

/** The history of details in systems where corrections do not last. */
export const detailsKept = (world: World, people: readonly Person[]): Kept[] =>
  world.trouble.restored.flatMap(({ system, field, by }) => {
    const store = world.stores.find(({ id }) => id === system)!;
    return people
      .filter((person) => person.stores.includes(system))
      .flatMap((person) =>
        valuesOf(person, by).map(([value, from]) => ({
          system,
          subject: subjectKey(person, store),
          person: person.index,
          field,
          value,
          from,
        })),
      );
  });
