/** Calendars other than the Gregorian that sources use. */
export type OtherCalendar = 'jalali' | 'hijri';

/** Months of a calendar one after the other: first days as days since 1970-01-01, from month 1 of `firstYear` on. */
export interface MonthStarts {
  readonly firstYear: number;
  readonly starts: readonly number[];
}

const dayLength = 86_400_000;
/** Years covered, and a Gregorian day shortly before the first of them. Intl computes Umm al-Qura for 1300–1600. */
const spans = {
  jalali: { name: 'persian', first: 1200, last: 1500, before: Date.UTC(1821, 0, 1) },
  hijri: { name: 'islamic-umalqura', first: 1300, last: 1600, before: Date.UTC(1882, 8, 1) },
} as const;

type ReadDay = (day: number) => { year: number; day: number };
function dayReader(name: string): ReadDay {
  const format = new Intl.DateTimeFormat(`en-u-ca-${name}-nu-latn`, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  return (day) => {
    const parts = format.formatToParts(day * dayLength);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    return { year: part('year'), day: part('day') };
  };
}

/** The first day of the month after the one that begins on `start`: months have 29 to 31 days. */
function nextMonth(read: ReadDay, start: number): number {
  let day = start + 29;
  while (read(day).day !== 1) day++;
  return day;
}

function firstDay(read: ReadDay, before: number, year: number): number {
  let day = before / dayLength;
  while (read(day).year < year) day++;
  return day;
}

const cache = new Map<OtherCalendar, MonthStarts>();

/** The months of a calendar, with the first day after the last month as last entry. */
export function monthStarts(calendar: OtherCalendar): MonthStarts {
  const known = cache.get(calendar);
  if (known) return known;
  const { name, first, last, before } = spans[calendar];
  const read = dayReader(name);
  const starts = [firstDay(read, before, first)];
  for (let month = 0; month < (last - first + 1) * 12; month++) starts.push(nextMonth(read, starts.at(-1)!));
  const result = { firstYear: first, starts };
  cache.set(calendar, result);
  return result;
}
