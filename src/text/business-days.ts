/** A holiday that comes every year; days as `MM-DD`, weekdays from 1 (Monday) to 7. */
export interface YearlyHoliday {
  readonly on?: string | undefined;
  readonly moved?: 'nearest' | 'next' | undefined;
  readonly nth?: number | undefined;
  readonly weekday?: number | undefined;
  readonly month?: number | undefined;
  readonly before?: string | undefined;
  readonly easter?: number | undefined;
  readonly since?: number | undefined;
}

/** Days as numbers since 1 January 1970, which was a Thursday. */
const dayOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000;
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
const isWeekend = (day: number): boolean => weekdayOf(day) > 5;

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (Butcher). */
function easterOf(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

const parts = (monthDay: string): [month: number, day: number] => {
  const [month = 1, day = 1] = monthDay.split('-').map(Number);
  return [month, day];
};

function nthWeekday(year: number, { nth = 1, weekday = 1, month = 1 }: YearlyHoliday): number {
  if (nth > 0) {
    const start = dayOf(year, month, 1);
    return start + ((weekday - weekdayOf(start) + 7) % 7) + (nth - 1) * 7;
  }
  const end = dayOf(year, month + 1, 0);
  return end - ((weekdayOf(end) - weekday + 7) % 7);
}

function dayIn(year: number, holiday: YearlyHoliday): number {
  if (holiday.easter !== undefined) return easterOf(year) + holiday.easter;
  if (holiday.nth !== undefined) return nthWeekday(year, holiday);
  const day = dayOf(year, ...parts(holiday.on ?? holiday.before ?? '01-01'));
  if (holiday.before === undefined) return day;
  return day - 1 - ((weekdayOf(day - 1) - (holiday.weekday ?? 1) + 7) % 7);
}

/** Where a holiday that falls on a weekend is kept instead. */
function keptOn(day: number, moved: YearlyHoliday['moved'], taken: ReadonlySet<number>): number {
  if (moved === undefined || !isWeekend(day)) return day;
  if (moved === 'nearest') return weekdayOf(day) === 6 ? day - 1 : day + 1;
  let next = day;
  while (isWeekend(next) || taken.has(next)) next += 1;
  return next;
}

/** Holidays of a year, as days since 1970; one that moves makes room for one that is already there. */
export function holidaysOf(year: number, holidays: readonly YearlyHoliday[]): ReadonlySet<number> {
  const inForce = holidays.filter(({ since = 0 }) => year >= since);
  const fixed = inForce.map((holiday) => ({ holiday, day: dayIn(year, holiday) }));
  const days = new Set(fixed.filter(({ day }) => !isWeekend(day)).map(({ day }) => day));
  for (const { holiday, day } of fixed.filter((one) => isWeekend(one.day)))
    days.add(keptOn(day, holiday.moved, days));
  return days;
}

/** The last of `count` business days after a day, which does not count itself; days since 1970. */
export function addBusinessDays(day: number, count: number, isHoliday: (day: number) => boolean): number {
  let last = day;
  for (let left = count; left > 0; ) {
    last += 1;
    if (!isWeekend(last) && !isHoliday(last)) left -= 1;
  }
  return last;
}
