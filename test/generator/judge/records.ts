import { type Books, type Entry, standing } from '../simulate/stores.js';
import { DAY, period, startOfDay } from '../time.js';

/** A line as the export shows it: a day without time is over at its end. */
const exported = (entry: Entry): Entry =>
  entry.day ? { ...entry, time: startOfDay(entry.time) + DAY - 1 } : entry;

/** What all books say at the end, by person. */
export function recordsByPerson(books: Books): Map<number, Entry[]> {
  const byPerson = new Map<number, Entry[]>();
  for (const book of books.values())
    for (const entry of standing(book, period.asOf)) {
      if (entry.person < 0) continue;
      const mine = byPerson.get(entry.person) ?? [];
      mine.push(exported(entry));
      byPerson.set(entry.person, mine);
    }
  return byPerson;
}

/** The lines of each system. */
export function bySystem(lines: readonly Entry[]): Map<string, Entry[]> {
  const systems = new Map<string, Entry[]>();
  for (const line of lines) systems.set(line.system, [...(systems.get(line.system) ?? []), line]);
  return systems;
}
