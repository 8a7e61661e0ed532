import { subjectKey, subjectKeys } from '../people.js';
import type { Person } from '../person.js';
import { isCovered, winnerOf } from '../policy.js';
import { random } from '../random.js';
import { at, DAY, HOUR, period, startOfDay } from '../time.js';
import { routeOf } from '../world/communications.js';
import type { Communication, Store, World } from '../world/types.js';
import type { Choice } from './choice.js';
import { type Books, bookKey, standing } from './stores.js';

/** A message that went out. */
export interface Send {
  readonly key: string;
  readonly system: string;
  readonly communication: string;
  readonly type: string;
  readonly lob: string;
  readonly basis: string;
  readonly source: string;
  readonly channel: string;
  readonly subject: string;
  /** -1 where the key is shared by several persons. */
  readonly person: number;
  readonly contact: string;
  readonly name: string;
  readonly locale: string;
  readonly template: string;
  readonly version: string;
  readonly vendor: string;
  readonly gateway: string;
  readonly cost: string;
  readonly time: number;
}

const contactOf = (person: Person, store: Store, channel: string): string => {
  if (channel === 'email') return store.space === 'b' ? person.emailB : person.email;
  if (channel === 'post') return `${person.street}, ${person.city}`;
  return channel === 'push' ? `token-${person.index}` : person.phone;
};

/** Nobody is written to around the time of a decision: no label may hang on hours. */
const isQuiet = (choices: readonly Choice[], channel: string, time: number): boolean =>
  choices.some(
    (choice) =>
      (choice.channel === channel || choice.channel === '*') &&
      time > choice.time - 2 * DAY &&
      time < choice.time + 5 * DAY,
  );

interface Mailing {
  readonly world: World;
  readonly seed: number;
  readonly people: readonly Person[];
  readonly books: Books;
  readonly choices: ReadonlyMap<number, readonly Choice[]>;
}

/** The way a message goes by the sender's own book; empty when the sender's book forbids it. */
function channelFor(
  mailing: Mailing,
  message: Communication,
  store: Store,
  subject: string,
  time: number,
): string {
  const book = mailing.books.get(bookKey(store.id, subject)) ?? [];
  const lines = standing(book, time);
  if (message.channels.length > 1) {
    const mode = winnerOf(
      lines.filter((line) => line.kind === 'delivery' && (line.lob === '*' || line.lob === message.lob)),
    );
    return mode?.value === 'electronic' ? 'email' : 'post';
  }
  const channel = message.channels[0]!;
  if (message.basis !== 'consent') return channel;
  const own = lines.filter(
    (line) => line.kind === 'consent' && isCovered(line, message.lob, message.type, channel),
  );
  return winnerOf(own)?.value === 'opt_out' ? '' : channel;
}

function attempt(mailing: Mailing, pool: readonly (readonly [Communication, Store, Person])[], n: number) {
  const dice = random(mailing.seed, 'send', n);
  const [message, store, person] = dice.pick(pool);
  const { life } = mailing.world;
  const last = life ? 364 : 350;
  const time = startOfDay(period.from + dice.int(10, last) * DAY) + dice.int(8 * HOUR, 17 * HOUR);
  const mine = mailing.choices.get(person.index) ?? [];
  if (!life && message.channels.some((way) => isQuiet(mine, way, time))) return undefined;
  if (time > Math.min(person.died ?? Infinity, person.closed?.get(store.id) ?? Infinity)) return undefined;
  const subject = life ? dice.pick(subjectKeys(person, store)) : subjectKey(person, store);
  const channel = channelFor(mailing, message, store, subject, time);
  if (channel === '') return undefined;
  const gateway = routeOf(mailing.world.gateways, store.id, channel)!;
  return {
    key: `M${String(n).padStart(7, '0')}`,
    system: store.id,
    communication: message.id,
    type: message.type,
    lob: message.lob,
    basis: message.basis,
    source: message.source,
    channel,
    subject,
    person: store.key === 'email' && person.sharesEmail ? -1 : person.index,
    contact: contactOf(person, store, channel),
    name: `${person.given.latin} ${person.family.latin}`,
    locale: person.language,
    template: `${message.id}-${channel}`,
    version: time < at('2026-02-01T00:00:00Z') ? 'v1' : 'v2',
    vendor: dice.pick(gateway.vendors),
    gateway: gateway.system,
    cost: gateway.cost,
    time,
  } satisfies Send;
}

/** In a lifelike world few messages make most of the volume. */
const volumeOf = (seed: number, message: Communication): number =>
  random(seed, 'volume', message.id).pick([1, 1, 1, 2, 2, 3, 6, 12]);

/** `count` messages, each sent because the sender's own book allowed it at that time. */
export function sendMessages(mailing: Mailing, count: number): Send[] {
  const { world, people, seed } = mailing;
  const { invitations, surveys } = world.trouble;
  const invited = new Set([...invitations, ...surveys].map(({ communication }) => communication));
  const pool = world.communications.flatMap((message) => {
    if (invited.has(message.id)) return [];
    const store = world.stores.find((candidate) => candidate.id === message.process)!;
    const chances = people
      .filter((person) => person.stores.includes(store.id))
      .map((person) => [message, store, person] as const);
    return Array.from({ length: world.life ? volumeOf(seed, message) : 1 }, () => chances).flat();
  });
  const sends: Send[] = [];
  for (let n = 1; sends.length < count && n < count * 20; n++) {
    const send = attempt(mailing, pool, n);
    if (send) sends.push(send);
  }
  return sends.sort((a, b) => a.time - b.time || (a.key < b.key ? -1 : 1));
}
