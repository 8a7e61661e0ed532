import { monthStarts, type OtherCalendar } from '../../text/dates.js';
import { bind } from './text.js';

const macro = (calendar: OtherCalendar): string => `work_${calendar}_day`;

/** Days before 1970 from which years are counted, so that all numbers are positive. */
const shift = 100_000;
/** Room for one bit a month. */
const room = 4096;

/** A year as one number: the day it begins, and a bit for each month that is a day longer than its shortest. */
const yearCode = (start: number, lengths: readonly number[], shortest: readonly number[]): number =>
  (start + shift) * room +
  lengths.reduce((bits, length, month) => bits + (length - shortest[month]!) * 2 ** month, 0);

/** A choice by halves: a list of all years would be built anew for every row. */
function choose(codes: readonly number[], from: number, to: number, firstYear: number): string {
  if (to - from === 1) return String(codes[from]);
  const middle = Math.floor((from + to) / 2);
  const [early, late] = [choose(codes, from, middle, firstYear), choose(codes, middle, to, firstYear)];
  return `CASE WHEN y < ${firstYear + middle} THEN ${early} ELSE ${late} END`;
}

interface Months {
  /** Shortest length of each month. */
  readonly shortest: readonly number[];
  /** SQL of the days of the months before month `m`, each as short as can be. */
  readonly before: string;
  /** SQL of the shortest length of month `m`. */
  readonly length: string;
}

/** Jalali months have fixed lengths but for the last; those of Umm al-Qura have 29 days or 30 as observed. */
const months: Readonly<Record<OtherCalendar, Months>> = {
  jalali: {
    shortest: [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29],
    before: '31 * (m - 1) - greatest(0, m - 7)',
    length: 'CASE WHEN m <= 6 THEN 31 WHEN m <= 11 THEN 30 ELSE 29 END',
  },
  hijri: { shortest: Array.from({ length: 12 }, () => 29), before: '29 * (m - 1)', length: '29' },
};

/** Macros that find the Gregorian day of a date of another calendar, NULL when there is no such date. */
export function calendarMacro(calendar: OtherCalendar): string {
  const { firstYear, starts } = monthStarts(calendar);
  const { shortest, before, length } = months[calendar];
  const years = (starts.length - 1) / 12;
  const codes = Array.from({ length: years }, (_, year) => {
    const own = starts.slice(year * 12, year * 12 + 13);
    return yearCode(
      own[0]!,
      own.slice(1).map((start, i) => start - own[i]!),
      shortest,
    );
  });
  const bits = `v % ${room}`;
  const isDay = `d BETWEEN 1 AND ${length} + (${bits}) // (1 << (m - 1)) % 2`;
  const longer = `bit_count(CAST((${bits}) % (1 << (m - 1)) AS INTEGER))`;
  const day = `v // ${room} - ${shift} + ${before} + ${longer} + d - 1`;
  const found = bind(
    'v',
    choose(codes, 0, years, firstYear),
    `CASE WHEN ${isDay} THEN DATE '1970-01-01' + CAST(${day} AS INTEGER) END`,
  );
  return `CREATE OR REPLACE TEMP MACRO ${macro(calendar)}(y, m, d) AS
    CASE WHEN y BETWEEN ${firstYear} AND ${firstYear + years - 1} AND m BETWEEN 1 AND 12 THEN ${found} END`;
}

/** Gregorian day of year, month and day of another calendar; the three are SQL integers. */
export const dayOf = (calendar: OtherCalendar, year: string, month: string, day: string): string =>
  `${macro(calendar)}(${year}, ${month}, ${day})`;
