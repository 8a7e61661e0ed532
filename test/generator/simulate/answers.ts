import { DAY, period } from '../time.js';
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
    return [...new Map(offers.map((send) => [send.person, send])).values()].map((send) => ({
      key: send.key,
      system: gateway,
      type: 'unsubscribed',
      time: send.time + 45,
      channel,
      contact: send.contact,
      rawType: 'unsubscribe',
      reply: '',
      enhanced: '',
      code: '',
      diagnostic: '',
    }));
  });
