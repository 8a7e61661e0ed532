import { type Books, type Entry, standing, storedAt } from '../simulate/stores.js';
import { DAY, period } from '../time.js';
import type { Habits, Store } from '../world/types.js';

/** A line of a file: an entry of the book, and when another took its place. */
export interface Filed extends Entry {
  readonly until?: number;
}

const about = (entry: Entry): string => `${entry.kind} ${entry.type} ${entry.channel}`;

/** Everything a book ever said, in order of arrival; what was already overtaken when it arrived never stood. */
function historyOf(book: readonly Entry[]): Filed[] {
  const arrived = book.filter((entry) => storedAt(entry) <= period.asOf);
  const stood: Filed[] = [];
  const open = new Map<string, number>();
  const close = (key: string, time: number) => {
    const index = open.get(key);
    if (index !== undefined) stood[index] = { ...stood[index]!, until: time };
    open.delete(key);
  };
  for (const entry of [...arrived].sort((a, b) => storedAt(a) - storedAt(b))) {
    const own = `${about(entry)} ${entry.lob}`;
    const [same, wide] = [own, `${about(entry)} *`].map((key) => stood[open.get(key) ?? -1]);
    const isLater = (one: Filed | undefined) => (one?.decided ?? 0) > entry.decided;
    if (isLater(same) || (isLater(wide) && wide?.sweeps)) continue;
    const replaced = entry.sweeps
      ? [...open.keys()].filter((key) => key.startsWith(`${about(entry)} `))
      : [own];
    for (const key of replaced) close(key, storedAt(entry));
    open.set(own, stood.length);
    stood.push(entry);
  }
  return stood;
}

const byKey = (a: Entry, b: Entry): number => {
  const [left, right] = [a, b].map((entry) => `${entry.subject}\t${about(entry)}\t${entry.lob}`) as [
    string,
    string,
  ];
  return left < right ? -1 : left > right ? 1 : a.time - b.time;
};

const inLayout: Partial<Record<Habits['layout'], (book: readonly Entry[]) => Filed[]>> = {
  history: historyOf,
  list: (book) => standing(book, period.asOf).filter((entry) => entry.value === 'opt_out'),
};

/** When the earlier of two exports was drawn. */
export const earlier = period.asOf - 40 * DAY;

/** The lines a store hands out, as its habits let it: at the end, or as it stood before. */
export function filedBy(store: Store, books: Books, time = period.asOf): Filed[] {
  const file = inLayout[store.habits!.layout] ?? ((book: readonly Entry[]) => standing(book, time));
  return [...books.entries()]
    .filter(([key]) => key.startsWith(`${store.id}\t`))
    .flatMap(([, book]) => file(book))
    .sort(byKey);
}

/** The clock on the wall where a store's files are written. */
export const zoneOf = ({ habits }: Store): string =>
  habits?.calendar === 'jalali'
    ? 'Asia/Tehran'
    : habits?.calendar === 'hijri'
      ? 'Asia/Dubai'
      : 'Europe/London';
