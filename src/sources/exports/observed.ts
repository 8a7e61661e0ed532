import { monthStarts, type OtherCalendar } from '../../text/dates.js';
import { toInstant } from '../../text/zoned.js';
import type { Observed } from '../types.js';

type Calendar = 'gregorian' | OtherCalendar;
type Parts = Readonly<Record<string, number>>;

const dayLength = 86_400_000;
const fields: Readonly<Record<string, string>> = {
  Y: '(?<Y>\\d{4})',
  m: '(?<m>\\d{2})',
  d: '(?<d>\\d{2})',
  H: '(?<H>\\d{2})',
  M: '(?<M>\\d{2})',
  S: '(?<S>\\d{2})',
};

/** Parts of a time that a pattern for file names may have. */
export const fileSpecifiers = Object.keys(fields).map((letter) => `%${letter}`);

/** What of a pattern for file names is no part of a time, or is missing for a day. */
export function observedProblem(pattern: string): string | undefined {
  const letters = [...pattern.matchAll(/%(.?)/g)].map(([, letter = '']) => letter);
  const unknown = letters.filter((letter) => fields[letter] === undefined);
  if (unknown.length > 0) return `'%${unknown[0]}' is no part of a time in a file name`;
  const wanted = ['Y', 'm', 'd'].filter((letter) => !letters.includes(letter));
  return wanted.length > 0
    ? `the pattern lacks ${wanted.map((letter) => `%${letter}`).join(', ')}`
    : undefined;
}

/** The end of a path that the pattern must match: as many folders as it names; `*` stands for anything. */
function partsIn(path: string, pattern: string): Parts | undefined {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replace(/%([YmdHMS])/g, (_, letter: string) => fields[letter]!);
  const groups = new RegExp(`(?:^|/)${source}$`).exec(path)?.groups;
  return groups && Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, Number(text)]));
}

/** Days since 1970, undefined when the calendar has no such day. */
function dayNumber({ Y = 0, m = 0, d = 0 }: Parts, calendar: Calendar): number | undefined {
  if (calendar === 'gregorian') {
    const time = new Date(Date.UTC(Y, m - 1, d));
    return time.getUTCMonth() === m - 1 && time.getUTCDate() === d && Y >= 1600
      ? time.getTime() / dayLength
      : undefined;
  }
  const { firstYear, starts } = monthStarts(calendar);
  const month = (Y - firstYear) * 12 + m - 1;
  const start = starts[month];
  const next = starts[month + 1];
  const isDay =
    m >= 1 && m <= 12 && d >= 1 && start !== undefined && next !== undefined && start + d - 1 < next;
  return isDay ? start + d - 1 : undefined;
}

const toText = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

/** A day without a clock is the whole of it. */
function spanOf(parts: Parts, calendar: Calendar, zone: string | undefined): Observed | undefined {
  const day = dayNumber(parts, calendar);
  if (day === undefined) return undefined;
  const at = (milliseconds: number) => toText(toInstant(day * dayLength + milliseconds, zone));
  if (parts.H === undefined) return { from: at(0), to: at(dayLength - 1000) };
  const clock = at((parts.H * 3600 + (parts.M ?? 0) * 60 + (parts.S ?? 0)) * 1000);
  return { from: clock, to: clock };
}

const stated = /^(?<Y>\d{4})-(?<m>\d{2})-(?<d>\d{2})$/;

/** When the export in a file was drawn: as stated, a day or an RFC 3339 time, or as the file's name tells. */
export function observedOf(
  path: string,
  observed: string,
  calendar: Calendar,
  zone: string | undefined,
): Observed | undefined {
  if (observed.includes('%')) {
    const parts = partsIn(path, observed);
    return parts && spanOf(parts, calendar, zone);
  }
  const day = stated.exec(observed)?.groups;
  if (day) return spanOf({ Y: Number(day.Y), m: Number(day.m), d: Number(day.d) }, 'gregorian', zone);
  const time = /(Z|[+-]\d{2}:\d{2})$/i.test(observed) ? Date.parse(observed) : Number.NaN;
  return Number.isNaN(time) ? undefined : { from: toText(time), to: toText(time) };
}
