import { detailsKept, isFed } from '../simulate/details.js';
import type { Year } from '../simulate/run.js';
import { standing } from '../simulate/stores.js';
import { period } from '../time.js';
import type { World } from '../world/types.js';
import type { Label } from './types.js';

const label = (rule: string, subject: string, persons: number): Label => ({
  rule,
  subject,
  cause: null,
  persons,
});

/** Persons whose detail was put right in the system and is what it was before. */
const putBack = (world: World, { people }: Year): Label[] => {
  const lost = detailsKept(world, people).filter(isFed);
  return world.trouble.restored.flatMap(({ system, field }) => {
    const persons = lost.filter((one) => one.system === system && one.field === field).length;
    return persons < 5 ? [] : [label('flow/correction-overwritten', `system:${system}/${field}`, persons)];
  });
};

/** Systems that keep choices of persons who opted out in answer to a message, and hold a yes of them. */
function unheard(world: World, { books, events, sends }: Year): Label[] {
  const personOf = new Map(sends.map(({ key, person }) => [key, person]));
  return world.trouble.unheard.flatMap(({ gateway, channel }) => {
    const said = new Set(
      events
        .filter(({ system, type }) => system === gateway && type === 'unsubscribed')
        .map(({ key }) => personOf.get(key)!),
    );
    const lines = [...books.values()].flatMap((book) => standing(book, period.asOf));
    return world.stores.flatMap(({ id }) => {
      const held = lines.filter(
        (line) =>
          line.system === id && line.kind === 'consent' && line.channel === channel && said.has(line.person),
      );
      const persons = new Set(held.map(({ person }) => person)).size;
      const subject = `pair:${gateway}>${id}/outcome.unsubscribed.${channel}`;
      return persons < 10 ? [] : [label('feedback/observed', subject, persons)];
    });
  });
}

/** Rules about corrections that do not last and answers that nobody heard. */
export const answerLabels = (world: World, year: Year): Label[] => [
  ...putBack(world, year),
  ...unheard(world, year),
];
