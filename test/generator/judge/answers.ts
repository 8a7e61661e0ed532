import { wayFinder } from '../graph.js';
import { detailsKept, isFed } from '../simulate/details.js';
import type { Year } from '../simulate/run.js';
import { type Entry, standing } from '../simulate/stores.js';
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

/** What became in a system of opt-outs by a link: persons of whom it keeps a choice, and those with a refusal since. */
interface Heard {
  persons: number;
  since: number;
}

function heardIn(
  books: Year['books'],
  system: string,
  channel: string,
  said: ReadonlyMap<number, number>,
): Heard {
  const mine = new Map<number, Entry[]>();
  for (const line of [...books.values()].flat())
    if (
      line.system === system &&
      line.kind === 'consent' &&
      line.channel === channel &&
      said.has(line.person)
    )
      mine.set(line.person, [...(mine.get(line.person) ?? []), line]);
  const heard = { persons: 0, since: 0 };
  for (const [person, lines] of mine) {
    const denials = lines.filter(({ value }) => value === 'opt_out').map(({ time }) => time);
    if (denials.some((time) => time < said.get(person)!)) continue;
    heard.persons++;
    if (denials.length > 0) heard.since++;
  }
  return heard;
}

/** Systems that learn of opt-outs by a link though no flow is declared to bring them. */
function entered(world: World, { books, events, sends }: Year): Label[] {
  const personOf = new Map(sends.map(({ key, person }) => [key, person]));
  const find = wayFinder(world);
  return world.trouble.entered.flatMap(({ gateway, channel }) => {
    const said = new Map(
      events
        .filter(({ system, type }) => system === gateway && type === 'unsubscribed')
        .map(({ key, time }) => [personOf.get(key)!, time]),
    );
    return world.stores.flatMap(({ id }) => {
      const { persons, since } = heardIn(books, id, channel, said);
      if (persons < 10 || since < 0.8 * persons || find(gateway, id, 'outcome.unsubscribed')) return [];
      return [label('feedback/observed', `pair:${gateway}>${id}/outcome.unsubscribed.${channel}`, 0)];
    });
  });
}

/** Rules about corrections that do not last and answers that nobody heard. */
export const answerLabels = (world: World, year: Year): Label[] => [
  ...putBack(world, year),
  ...unheard(world, year),
  ...entered(world, year),
];
