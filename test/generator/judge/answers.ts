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

/** A way by which customers answer messages. */
type Answered = World['trouble']['unheard'][number];

/** When persons opted out in answer to messages of a gateway. */
function optOuts({ events, sends }: Year, { gateway }: Answered): Map<number, number> {
  const personOf = new Map(sends.map(({ key, person }) => [key, person]));
  return new Map(
    events
      .filter(({ system, type }) => system === gateway && type === 'unsubscribed')
      .map(({ key, time }) => [personOf.get(key)!, time]),
  );
}

const subjectOf = ({ gateway, channel }: Answered, id: string): string =>
  `pair:${gateway}>${id}/outcome.unsubscribed.${channel}`;

/** The system keeps choices of so many persons who opted out in answer to a message, and holds a yes of them. */
function unheardIn(id: string, { books }: Year, { channel }: Answered, said: ReadonlyMap<number, number>) {
  const held = [...books.values()]
    .flatMap((book) => standing(book, period.asOf))
    .filter(
      (line) =>
        line.system === id && line.kind === 'consent' && line.channel === channel && said.has(line.person),
    );
  return new Set(held.map(({ person }) => person)).size;
}

/** Systems that hear of no opt-out. */
const unheard = (world: World, year: Year): Label[] =>
  world.trouble.unheard.flatMap((answered) => {
    const said = optOuts(year, answered);
    return world.stores.flatMap(({ id }) => {
      const persons = unheardIn(id, year, answered, said);
      return persons < 10 ? [] : [label('feedback/observed', subjectOf(answered, id), persons)];
    });
  });

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

/** Systems that learn of opt-outs by a link though no flow is declared to bring them, and those that the job leaves out. */
function entered(world: World, year: Year): Label[] {
  const find = wayFinder(world);
  return world.trouble.entered.flatMap((answered) => {
    const { gateway, channel } = answered;
    const said = optOuts(year, answered);
    return world.stores.flatMap(({ id }) => {
      const { persons, since } = heardIn(year.books, id, channel, said);
      if (persons < 10 || find(gateway, id, 'outcome.unsubscribed')) return [];
      const subject = subjectOf(answered, id);
      if (since >= 0.8 * persons) return [label('feedback/observed', subject, 0)];
      // The job enters what it reaches; other systems know only whom it reached by accident.
      return since < persons / 3 ? [label('feedback/observed', subject, persons - since)] : [];
    });
  });
}

/** Rules about corrections that do not last and answers that nobody heard. */
export const answerLabels = (world: World, year: Year): Label[] => [
  ...putBack(world, year),
  ...unheard(world, year),
  ...entered(world, year),
];
