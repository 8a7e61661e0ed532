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

type Part = 'year' | 'day';

/** Reads one part of a day, given as days since 1970-01-01: a part alone is read many times quicker than all of them. */
function partReader(name: string, part: Part): (day: number) => number {
  const format = new Intl.DateTimeFormat(`en-u-ca-${name}-nu-latn`, { timeZone: 'UTC', [part]: 'numeric' });
  return (day) => Number.parseInt(format.format(day * dayLength), 10);
}

const longestMonth = 31;

function firstDay(name: string, before: number, year: number): number {
  const yearOf = partReader(name, 'year');
  let day = before / dayLength;
  while (yearOf(day) < year) day++;
  return day;
}

const cache = new Map<OtherCalendar, MonthStarts>();

/** The months of a calendar, with the first day after the last month as last entry. */
export function monthStarts(calendar: OtherCalendar): MonthStarts {
  const known = cache.get(calendar);
  if (known) return known;
  const { name, first, last, before } = spans[calendar];
  const dayOf = partReader(name, 'day');
  const starts = [firstDay(name, before, first)];
  for (let month = 0; month < (last - first + 1) * 12; month++) {
    const beyond = starts.at(-1)! + longestMonth;
    starts.push(beyond - dayOf(beyond) + 1);
  }
  const result = { firstYear: first, starts };
  cache.set(calendar, result);
  return result;
}
