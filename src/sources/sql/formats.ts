import { quoteText } from '../../store/store.js';
import type { OtherCalendar } from '../../text/dates.js';
import { bind, latinDigits, trimmed } from './text.js';
import { clockInZone, extract, inZone, type TimeStyle } from './time-parts.js';

/** Formats that count from 1970: SQL of how many microseconds a number of them, `n`, is. */
const counted: Readonly<Record<string, string>> = {
  unix: 'n * 1000000',
  unix_ms: 'n * 1000',
  // Seconds have ten digits from 2001 to 2286; each finer unit has three more.
  epoch: `CASE WHEN n < 100000000000 THEN n * 1000000 WHEN n < 100000000000000 THEN n * 1000
    WHEN n < 100000000000000000 THEN n ELSE n // 1000 END`,
};
/** The format is a count from 1970, not a pattern. */
export const isCount = (format: string): boolean => Object.hasOwn(counted, format);

/** The pattern has a time of day. */
export const hasClock = (format: string): boolean => isCount(format) || /%-?[HIMSTXcs]/.test(format);
/** The pattern has an offset or zone. */
export const hasOffset = (format: string): boolean => /%[zZ]/.test(format);

/** Up to the year 9999, which is more than any clock shows. */
const countedFrom1970 = (x: string, microseconds: string): string =>
  bind(
    'u',
    bind('n', `try_cast(${latinDigits(trimmed(x))} AS DECIMAL(28, 3))`, microseconds),
    'CASE WHEN u BETWEEN 0 AND 253402300799000000 THEN make_timestamp(CAST(u AS BIGINT)) END',
  );

/** A time read by a declared strptime pattern, in UTC. */
export function formatted(x: string, { format = '', zone }: TimeStyle): string {
  if (isCount(format)) return countedFrom1970(x, counted[format]!);
  const read = (text: string) => `CAST(try_strptime(${text}, ${quoteText(format)}) AS TIMESTAMP)`;
  const time = `coalesce(${read(x)}, CASE WHEN ${x} IS NOT NULL THEN ${read(latinDigits(trimmed(x)))} END)`;
  if (hasOffset(format)) return time;
  if (!hasClock(format)) return inZone(time, zone);
  return zone === undefined ? 'CAST(NULL AS TIMESTAMP)' : clockInZone(time, zone);
}

const specifiers: Readonly<Record<'gregorian' | OtherCalendar, string>> = {
  gregorian: '%aAwdbBmyYHIpMSfgnzZjUWcxX',
  jalali: 'YmdHMS',
  hijri: 'YmdHMS',
};

/** What of a strptime pattern the engine, or the calendar, does not know; empty when it can be read. */
export const unknownSpecifiers = (format: string, calendar: 'gregorian' | OtherCalendar): string[] =>
  [...format.matchAll(/%(-?)(.?)/gs)]
    .filter(([, , letter = '']) => letter === '' || !specifiers[calendar].includes(letter))
    .map(([whole]) => whole);

/** The specifiers a calendar knows, for messages. */
export const knownSpecifiers = (calendar: 'gregorian' | OtherCalendar): string =>
  [...specifiers[calendar]].map((letter) => `%${letter}`).join(' ');

/** A date of another calendar in the declared order of its parts, rewritten as `Y-M-D H:M:S`. */
export function reordered(x: string, format: string): string {
  const fields = [...format.matchAll(/%-?([YmdHMS])/g)].map((match) => match[1]!);
  const pattern = format
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/%-?Y/, '(\\d{4})')
    .replace(/%-?[mdHMS]/g, '(\\d{1,2})')
    .replaceAll("'", "''");
  const joined = (separator: string, wanted: string[]) =>
    `concat_ws('${separator}', ${wanted
      .filter((field) => fields.includes(field))
      .map((field) => extract('d', `^${pattern}$`, fields.indexOf(field) + 1))
      .join(', ')})`;
  const date = joined('-', ['Y', 'm', 'd']);
  const text = fields.includes('H') ? `concat(${date}, ' ', ${joined(':', ['H', 'M', 'S'])})` : date;
  return bind('d', latinDigits(trimmed(x)), `CASE WHEN regexp_matches(d, '^${pattern}$') THEN ${text} END`);
}
