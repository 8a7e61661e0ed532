import { subjectKey } from '../people.js';
import type { Person } from '../person.js';
import { DAY, HOUR } from '../time.js';
import { routeOf } from '../world/communications.js';
import type { Campaign, Invitation } from '../world/trouble.js';
import type { Store, World } from '../world/types.js';
import { willingIn } from './answers.js';
import type { Event } from './events.js';
import type { Send } from './sends.js';
import type { Books } from './stores.js';

/** Messages that only go out because something is wrong have keys of their own. */
const extra = 'X';
export const isOrdinary = (send: Send): boolean => !send.key.startsWith(extra);

const reruns = (world: World, sends: readonly Send[]): Send[] =>
  world.trouble.reruns.flatMap(({ communication, from, to }) =>
    sends
      .filter((send) => send.communication === communication && send.time >= from && send.time < to)
      .map((send) => ({ ...send, key: `${extra}R-${send.key}`, time: send.time + 40 })),
  );

/** Those who never said no to anybody: no campaign breaks a choice. */
const willing = (people: readonly Person[], books: Books): Person[] => {
  const isWilling = willingIn(books);
  return people.filter((person) => isWilling(person.index) && !person.sharesEmail);
};

const contactOf = (person: Person, store: Store, channel: string): string => {
  if (channel === 'email') return store.space === 'b' ? person.emailB : person.email;
  return channel === 'push' ? `token-${person.index}` : person.phone;
};

function campaign(world: World, one: Campaign, place: number, person: Person): Send[] {
  const senders = world.stores.filter(
    (store) => one.systems.includes(store.id) && person.stores.includes(store.id),
  );
  if (senders.length < 2) return [];
  return senders.flatMap((store, rank) => {
    const offers = world.communications.find(
      (message) => message.process === store.id && message.type === 'marketing/offers',
    );
    if (!offers) return [];
    const channel = offers.channels[0]!;
    const gateway = routeOf(world.gateways, store.id, channel)!;
    return Array.from({ length: one.each }, (_, n) => ({
      key: `${extra}C${place}-${store.id}-${person.index}-${n}`,
      system: store.id,
      communication: offers.id,
      type: offers.type,
      lob: offers.lob,
      basis: offers.basis,
      source: offers.source,
      channel,
      subject: subjectKey(person, store),
      person: person.index,
      contact: contactOf(person, store, channel),
      name: `${person.given.latin} ${person.family.latin}`,
      locale: person.language,
      template: `${offers.id}-${channel}`,
      version: 'v2',
      vendor: gateway.vendors[0]!,
      gateway: gateway.system,
      cost: gateway.cost,
      time: one.from + (2 + n * 5 + rank) * DAY + (9 + rank) * HOUR,
    }));
  });
}

/** One message to every fifth person the sender has, whatever they chose. */
function invitation(
  world: World,
  { communication, time }: Invitation,
  people: readonly Person[],
  mark: string,
): Send[] {
  const message = world.communications.find(({ id }) => id === communication)!;
  const store = world.stores.find(({ id }) => id === message.process)!;
  const channel = message.channels[0]!;
  const gateway = routeOf(world.gateways, store.id, channel)!;
  return people
    .filter((person) => person.index % 5 === 2 && person.stores.includes(store.id) && !person.sharesEmail)
    .map((person) => ({
      key: `${extra}${mark}-${store.id}-${person.index}`,
      system: store.id,
      communication,
      type: message.type,
      lob: message.lob,
      basis: message.basis,
      source: message.source,
      channel,
      subject: subjectKey(person, store),
      person: person.index,
      contact: contactOf(person, store, channel),
      name: `${person.given.latin} ${person.family.latin}`,
      locale: person.language,
      template: `${message.id}-${channel}`,
      version: 'v2',
      vendor: gateway.vendors[0]!,
      gateway: gateway.system,
      cost: gateway.cost,
      time,
    }));
}

/** The messages as their templates have them: some know one language only. */
export const inTheirLanguage = ({ trouble }: World, sends: readonly Send[]): Send[] =>
  sends.map((send) => {
    const only = trouble.oneLanguage.find(({ communication }) => communication === send.communication);
    return only ? { ...send, locale: only.language } : send;
  });

/** Messages beside the ordinary ones, in order of time. */
export function extraSends(
  world: World,
  people: readonly Person[],
  books: Books,
  sends: readonly Send[],
): Send[] {
  const { campaigns } = world.trouble;
  const audience = campaigns.length > 0 ? willing(people, books).filter(({ index }) => index % 3 === 0) : [];
  return [
    ...reruns(world, sends),
    ...world.trouble.invitations.flatMap((one) => invitation(world, one, people, 'I')),
    ...world.trouble.surveys.flatMap((one) => invitation(world, one, people, 'S')),
    ...campaigns.flatMap((one, place) => audience.flatMap((person) => campaign(world, one, place, person))),
  ].sort((a, b) => a.time - b.time || (a.key < b.key ? -1 : 1));
}

type Failure = readonly [type: string, raw: string, reply: string, enhanced: string, code: string];
/** How an address that is gone answers. */
const goneFor: Record<string, Failure> = {
  email: ['bounced', 'bounce', '550', '5.1.1', ''],
  sms: ['failed', 'undelivered', '', '', '30005'],
  push: ['failed', 'Unregistered', '410', '', 'Unregistered'],
  post: ['returned', 'return', '', '', 'ANK'],
};

function eventOf(send: Send, [type, raw, reply, enhanced, code]: Failure, minutes: number): Event {
  return {
    key: send.key,
    system: send.system,
    type,
    time: send.time + minutes,
    channel: send.channel,
    contact: send.contact,
    rawType: raw,
    reply,
    enhanced,
    code,
    diagnostic: '',
  };
}

const delivered: Failure = ['delivered', 'delivered', '', '', ''];

/** What became of all messages, where addresses have died and vendors say nothing. */
export function troubledEvents(world: World, sends: readonly Send[], ordinary: readonly Event[]): Event[] {
  const { dead, silent } = world.trouble;
  const byKey = new Map<string, Event[]>();
  for (const event of ordinary) byKey.set(event.key, [...(byKey.get(event.key) ?? []), event]);
  const isDead = (send: Send) =>
    dead.some(
      (one) =>
        one.system === send.system &&
        one.channel === send.channel &&
        send.time >= one.since &&
        send.person >= 0 &&
        send.person % one.every === 5,
    );
  const isSilent = (send: Send) =>
    silent.some((one) => one.system === send.system && one.channel === send.channel);
  return sends.flatMap((send) => {
    if (isSilent(send)) return [];
    if (isDead(send)) return [eventOf(send, goneFor[send.channel]!, send.channel === 'post' ? 6 * DAY : 9)];
    return byKey.get(send.key) ?? [eventOf(send, delivered, 5)];
  });
}
