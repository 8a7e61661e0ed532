import { inTruth, wayFinder } from '../graph.js';
import { subjectKeys } from '../people.js';
import type { Person } from '../person.js';
import { at, DAY, HOUR, period, startOfDay } from '../time.js';
import type { Store, World } from '../world/types.js';
import type { Choice } from './choice.js';

/** What a store says about a customer: one line of its preference table, with the simulation's own knowledge. */
export interface Entry {
  readonly system: string;
  readonly subject: string;
  /** Person it is about; -1 where the key is shared by several. */
  readonly person: number;
  readonly kind: 'consent' | 'delivery';
  readonly lob: string;
  readonly type: string;
  readonly channel: string;
  readonly value: string;
  readonly strength: 'explicit' | 'imported' | 'default';
  /** When the decision was made; decides which line stands. */
  readonly decided: number;
  /** When it got here: the time the store itself writes down. */
  readonly time: number;
  /** When it was written, where `time` is an earlier one that was written with it. */
  readonly stored?: number;
  readonly actor: string;
  readonly origin: string;
  readonly day: boolean;
  /** Came by interface from another system. */
  readonly copied: boolean;
  /** A refusal of everything, which takes back what was said before for one line. */
  readonly sweeps: boolean;
}

export const storedAt = ({ time, stored }: Entry): number => stored ?? time;

/** All lines ever held, by store and subject, in order of decision. */
export type Books = Map<string, Entry[]>;

export const bookKey = (system: string, subject: string): string => `${system}\t${subject}`;

const opposite: Record<string, string> = {
  opt_in: 'opt_out',
  opt_out: 'opt_in',
  paper: 'electronic',
  electronic: 'paper',
};

/** When a copy arrives in a lifelike world: jobs that take a day or more wait for the night. */
function arrivalOf(choice: Choice, hops: readonly number[]): number {
  const run = (time: number): number => startOfDay(time - 2 * HOUR) + DAY + 2 * HOUR;
  return hops.reduce((time, hop) => (hop < DAY ? time + hop : run(time) + hop - DAY), choice.time);
}

const opened = (person: Person, store: Store): number =>
  at('2019-02-01T10:00:00Z') + ((person.index * 37 + store.id.length * 11) % 800) * DAY;

function defaultsOf(store: Store, person: Person): Entry[] {
  if (!store.defaults) return [];
  const line = (
    subject: string,
    kind: Entry['kind'],
    type: string,
    channel: string,
    value: string,
  ): Entry => ({
    system: store.id,
    subject,
    person: personOf(store, person),
    kind,
    lob: '*',
    type,
    channel,
    value,
    strength: 'default',
    decided: 0,
    time: opened(person, store),
    actor: '',
    origin: '',
    day: store.dayOnly,
    copied: false,
    sweeps: false,
  });
  return subjectKeys(person, store).flatMap((subject) => [
    ...store.consent.map((channel) => line(subject, 'consent', 'marketing', channel, 'opt_in')),
    ...(store.delivery ? [line(subject, 'delivery', 'statement', '*', 'paper')] : []),
  ]);
}

/** A mailbox of two persons tells nobody whose choice it holds. */
const personOf = (store: Store, person: Person): number =>
  store.key === 'email' && person.sharesEmail ? -1 : person.index;

const holds = (store: Store, choice: Choice): boolean =>
  choice.field === 'preference.delivery' ? store.delivery : store.consent.some((c) => c === choice.channel);

/** When a copy is in the book: a store that knows days only writes the day after; what comes from it was not dated better. */
function stamp(choice: Choice, latency: number, byDay: boolean): number {
  const arrival = choice.time + latency;
  const nextNight = startOfDay(choice.time) + DAY + 90;
  return byDay ? Math.max(arrival, nextNight) : arrival;
}

/** How choices really travel: before and after jobs got lost. */
export type Carriers = {
  readonly before: ReturnType<typeof wayFinder>;
  readonly after: ReturnType<typeof wayFinder>;
};

const isLong = (store: Store, from: Store): boolean => store.dayOnly || from.dayOnly;

function entriesOf(world: World, person: Person, choices: readonly Choice[], real: Carriers) {
  const stores = new Map(world.stores.map((store) => [store.id, store]));
  const { life } = world;
  return choices.flatMap((choice) =>
    person.stores.flatMap((id): Entry[] => {
      const store = stores.get(id)!;
      const carrier = life && choice.time < life.breaksAt ? real.before : real.after;
      const way = carrier(choice.origin, id, choice.field);
      if (!holds(store, choice) || !way) return [];
      const own = choice.origin === id;
      if (!own && way.key !== '' && !store.keys.includes(`key.${way.key}`)) return [];
      const arrival = () =>
        life
          ? arrivalOf(choice, way.hops)
          : stamp(choice, way.latency, isLong(store, stores.get(choice.origin)!));
      const time = own ? choice.time : arrival();
      if (time > period.asOf) return [];
      return subjectKeys(person, store).map((subject) => ({
        system: id,
        subject,
        person: personOf(store, person),
        kind: choice.field === 'preference.delivery' ? 'delivery' : 'consent',
        lob: choice.lob,
        type: choice.type,
        channel: choice.channel,
        value: way.inverted ? opposite[choice.value]! : choice.value,
        strength: own ? 'explicit' : (life?.copies ?? 'imported'),
        decided: choice.time,
        time,
        actor: own ? choice.actor : 'customer',
        origin: choice.origin,
        day: store.dayOnly,
        copied: !own,
        sweeps: life !== undefined && choice.lob === '*' && choice.value !== 'opt_in',
      }));
    }),
  );
}

const loaded = { value: 'opt_in', strength: 'imported', actor: 'batch', origin: '', copied: false } as const;

/** A bulk load puts back what an old list said, over everything that had come in by interface. */
function reimported(world: World, book: readonly Entry[]): Entry[] {
  return world.reimports.flatMap((load) => {
    const hit = book.find(
      (entry) =>
        entry.system === load.system &&
        entry.channel === load.channel &&
        entry.lob === '*' &&
        entry.copied &&
        entry.time < load.time - DAY,
    );
    const own = book.some(
      (entry) => entry.system === load.system && entry.strength === 'explicit' && !entry.copied,
    );
    return hit && !own ? [{ ...hit, ...loaded, decided: load.time, time: load.time }] : [];
  });
}

/** Follows every choice through the flows into the books of the stores. */
export function keepBooks(world: World, people: readonly Person[], choices: readonly Choice[]): Books {
  const truth = inTruth(world);
  const real = { before: wayFinder(truth), after: wayFinder(truth, true) };
  const mine = new Map<number, Choice[]>();
  for (const choice of choices) mine.set(choice.person, [...(mine.get(choice.person) ?? []), choice]);
  const books: Books = new Map();
  const add = (entry: Entry) => {
    const key = bookKey(entry.system, entry.subject);
    books.set(key, [...(books.get(key) ?? []), entry]);
  };
  for (const person of people) {
    for (const id of person.stores)
      for (const entry of defaultsOf(world.stores.find((store) => store.id === id)!, person)) add(entry);
    for (const entry of entriesOf(world, person, mine.get(person.index) ?? [], real)) add(entry);
  }
  for (const book of books.values()) book.push(...reimported(world, book));
  for (const book of books.values()) book.sort((a, b) => a.decided - b.decided || a.time - b.time);
  return books;
}

/** What a book says at a time: per scope the line of the latest decision that had arrived. */
export function standing(book: readonly Entry[], time: number): Entry[] {
  const lines = new Map<string, Entry>();
  for (const entry of book) {
    if (storedAt(entry) > time) continue;
    const about = `${entry.kind} ${entry.type} ${entry.channel}`;
    if (entry.sweeps) for (const key of [...lines.keys()]) if (key.startsWith(`${about} `)) lines.delete(key);
    lines.set(`${about} ${entry.lob}`, entry);
  }
  return [...lines.values()];
}
