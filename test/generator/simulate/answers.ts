import { DAY, HOUR, period } from '../time.js';
import type { World } from '../world/types.js';
import type { Event } from './events.js';
import type { Send } from './sends.js';
import type { Books } from './stores.js';

/** Those of whom no system keeps a refusal. */
export function willingIn(books: Books): (person: number) => boolean {
  const refused = new Set(
    [...books.values()].flat().flatMap((line) => (line.value === 'opt_out' ? [line.person] : [])),
  );
  return (person) => person >= 0 && !refused.has(person);
}

/** Early enough for every system to know of it by the end. */
const last = period.asOf - 60 * DAY;

const optOut = (send: Send, time: number): Event => ({
  key: send.key,
  system: send.gateway,
  type: 'unsubscribed',
  time,
  channel: send.channel,
  contact: send.contact,
  rawType: 'unsubscribe',
  reply: '',
  enhanced: '',
  code: '',
  diagnostic: '',
});

/** Opt-outs of every second willing reader of offers, in the log of the gateway alone. */
export const unheardAnswers = ({ trouble }: World, books: Books, sends: readonly Send[]): Event[] =>
  trouble.unheard.flatMap(({ gateway, channel }) => {
    const isWilling = willingIn(books);
    const offers = sends.filter(
      (send) =>
        send.gateway === gateway &&
        send.channel === channel &&
        send.type === 'marketing/offers' &&
        send.time < last &&
        send.person % 2 === 1 &&
        isWilling(send.person),
    );
    return [...new Map(offers.map((send) => [send.person, send])).values()].map((send) =>
      optOut(send, send.time + 45),
    );
  });

/** The link by which somebody opted out stood in the last message before; the job enters it an hour later. */
export const enteredAnswers = ({ trouble }: World, books: Books, sends: readonly Send[]): Event[] =>
  trouble.entered.flatMap(({ gateway, channel }) => {
    const own = [...books.values()]
      .flat()
      .filter(
        (line) =>
          line.person >= 0 &&
          !line.copied &&
          line.channel === channel &&
          line.value === 'opt_out' &&
          line.strength === 'explicit' &&
          line.time < last,
      );
    const said = new Map(own.map((line) => [line.person, line.time - HOUR]));
    const before = sends.filter(
      (send) =>
        send.gateway === gateway && send.channel === channel && send.time < (said.get(send.person) ?? 0),
    );
    return [...new Map(before.map((send) => [send.person, send])).values()].map((send) =>
      optOut(send, said.get(send.person)!),
    );
  });
