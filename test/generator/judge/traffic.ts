import type { Event } from '../simulate/events.js';
import type { Year } from '../simulate/run.js';
import type { Send } from '../simulate/sends.js';
import { DAY, isoDay } from '../time.js';
import type { Label } from './types.js';

const label = (rule: string, subject: string, persons: number): Label => ({
  rule,
  subject,
  cause: null,
  persons,
});

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return groups;
}
const personsOf = (sends: readonly Send[]): number => new Set(sends.map((send) => send.person)).size;
const wayOut = (send: Send): string => `system:${send.system}/${send.channel}`;
const handful = 5;

function duplicates({ sends }: Year): Label[] {
  const same = (send: Send) =>
    JSON.stringify([send.system, send.subject, send.communication, send.channel, send.contact.toLowerCase()]);
  const again = [...groupBy(sends, same).values()].flatMap((group) => {
    const sorted = [...group].sort((a, b) => a.time - b.time);
    return sorted.filter((send, i) => i > 0 && send.time - sorted[i - 1]!.time <= DAY);
  });
  return [...groupBy(again, (send) => `comm:${send.communication}/${send.channel}`)]
    .filter(([, group]) => group.length >= handful)
    .map(([subject, group]) => label('delivery/duplicate-send', subject, personsOf(group)));
}

const maxPerMonth = 8;
const minPersons = 10;
function pressure({ sends }: Year): Label[] {
  const offers = sends.filter((send) => send.type.startsWith('marketing/') && send.person >= 0);
  const months = groupBy(offers, (send) => `${send.person} ${isoDay(send.time).slice(0, 7)}`);
  const full = [...months.values()].filter((group) => group.length > maxPerMonth);
  const persons = personsOf(full.flat());
  return persons >= minPersons ? [label('delivery/contact-pressure', 'purpose:marketing', persons)] : [];
}

const gone = ['5.1.1', 'ANK', 'UTF', 'IA', '30005', 'Unregistered', 'UNREGISTERED'];
const failing = ['bounced', 'failed', 'expired', 'returned'];
const isGone = (event: Event) =>
  failing.includes(event.type) && (gone.includes(event.enhanced) || gone.includes(event.code));

/** Messages to an address that was known to be gone, that nothing since had shown alive, and that were lost as well. */
function deadAddresses({ sends, events }: Year): Label[] {
  const byMessage = groupBy(events, (event) => event.key);
  const eventsOf = (send: Send) => byMessage.get(send.key) ?? [];
  const arrival = (send: Send) =>
    eventsOf(send).some((event) => failing.includes(event.type))
      ? undefined
      : eventsOf(send).find((event) => event.type === 'delivered')?.time;
  const address = (send: Send) => `${send.channel} ${send.contact.toLowerCase()}`;
  const lost = [...groupBy(sends, address).values()].flatMap((group) => {
    const failures = group.flatMap((send) =>
      eventsOf(send)
        .filter(isGone)
        .map((event) => event.time),
    );
    if (failures.length === 0) return [];
    const arrivals = group.map((send) => ({ send, time: arrival(send) }));
    return arrivals.flatMap(({ send, time }) => {
      const known = Math.max(...failures.filter((failure) => failure + DAY <= send.time));
      const alive = arrivals.some((other) => (other.time ?? 0) > known && other.time! <= send.time);
      return time === undefined && Number.isFinite(known) && !alive ? [send] : [];
    });
  });
  return [...groupBy(lost, wayOut)]
    .filter(([, group]) => group.length >= handful)
    .map(([subject, group]) => label('delivery/dead-address', subject, personsOf(group)));
}

const minMessages = 50;
function unconfirmed({ sends, events }: Year): Label[] {
  const told = new Set(events.map((event) => event.key));
  return [...groupBy(sends, wayOut)]
    .filter(([, group]) => {
      const unknown = group.filter((send) => !told.has(send.key)).length;
      return group.length >= minMessages && unknown > group.length / 2;
    })
    .map(([subject]) => label('delivery/unconfirmed', subject, 0));
}

/** Rules about what messages do together. */
export const trafficLabels = (year: Year): Label[] => [
  ...duplicates(year),
  ...pressure(year),
  ...deadAddresses(year),
  ...unconfirmed(year),
];
