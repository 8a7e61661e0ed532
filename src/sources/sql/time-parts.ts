import { quoteText } from '../../store/store.js';
import type { Calendar } from '../mapping/plan.js';
import { dayOf } from './calendars.js';
import { bind, latinDigits, trimmed } from './text.js';

/** How a column's times are written. */
export interface TimeStyle {
  readonly calendar: Calendar;
  readonly format?: string;
  readonly zone?: string;
  /** Bare numbers are days since 1899-12-30. */
  readonly serial?: boolean;
}

export const dateShape = '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{8}';
export const clockShape = '\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?';
const offsetShape = 'Z|[+-]\\d{2}:?(\\d{2})?';
export const timeShape = `(${dateShape})([T ]+${clockShape} ?(${offsetShape})?)?`;

export const extract = (d: string, pattern: string, group = 1): string =>
  `regexp_extract(${d}, '${pattern}', ${group})`;

/** A local time of a declared zone as UTC. */
export const inZone = (x: string, zone: string | undefined): string =>
  zone === undefined || zone === 'UTC' ? x : `CAST(timezone(${quoteText(zone)}, ${x}) AS TIMESTAMP)`;

/** A local time with a clock as UTC; NULL for one that the clocks of the zone skip, which they do by night. */
export const clockInZone = (x: string, zone: string | undefined): string =>
  zone === undefined || zone === 'UTC'
    ? x
    : bind(
        'l',
        x,
        `CASE WHEN hour(l) > 3 OR timezone(${quoteText(zone)}, timezone(${quoteText(zone)}, l)) = l THEN ${inZone('l', zone)} END`,
      );

/** A number of days of a spreadsheet as a time to the second; 1900 was no leap year, so days count from 1899-12-30. */
export const serialTime = (x: string): string =>
  `CASE WHEN regexp_full_match(${x}, '\\d{5}(\\.\\d+)?') THEN TIMESTAMP '1899-12-30' + to_seconds(CAST(round(CAST(${x} AS DECIMAL(28,9)) * 86400) AS BIGINT)) END`;

/** A cell's text with ASCII digits and capital letters. */
export const digitsOf = (x: string): string => `upper(${latinDigits(trimmed(x))})`;

/** The day of a date text `Y-M-D`, with `/`, `.` or nothing between; NULL when there is no such day. */
export function day(text: string, calendar: Calendar): string {
  const parts = ['^(\\d{4})', '^\\d{4}[-/.]?(\\d{1,2})', '(\\d{1,2})$'].map(
    (pattern) => `try_cast(${extract('a', pattern)} AS BIGINT)`,
  ) as [string, string, string];
  const found =
    calendar === 'gregorian'
      ? `CAST(try_strptime(concat_ws('-', ${parts.join(', ')}), '%Y-%m-%d') AS DATE)`
      : bind('p', `[${parts.join(', ')}]`, dayOf(calendar, 'p[1]', 'p[2]', 'p[3]'));
  return bind('a', text, found);
}

/** The time of day in a text that has one. */
export const clock = (d: string): string =>
  bind(
    'c',
    `replace(${extract(d, `(${clockShape})`)}, ',', '.')`,
    `try_cast(concat(c, CASE WHEN length(c) < 6 THEN ':00' ELSE '' END) AS TIME)`,
  );

/** The offset at the end of a text, as an interval. */
export function offset(d: string): string {
  const part = (pattern: string) => `coalesce(try_cast(${extract(d, pattern)} AS BIGINT), 0)`;
  const size = `${part('[+-](\\d{2}):?(?:\\d{2})?$')} * 60 + ${part('[+-]\\d{2}:?(\\d{2})$')}`;
  const sign = `CASE WHEN ${extract(d, '([+-])\\d{2}:?(?:\\d{2})?$')} = '-' THEN -1 ELSE 1 END`;
  return `to_minutes(${sign} * (${size}))`;
}
