import { toInstant } from './zoned.js';

/** When a job starts. Weekly: minutes since the beginning of a week in UTC, sorted. Otherwise only how long one may wait. */
export type Runs =
  | { readonly kind: 'weekly'; readonly minutes: readonly number[] }
  | { readonly kind: 'rare'; readonly longestGap: number };

const minutesPerDay = 1440;
const minutesPerWeek = 7 * minutesPerDay;
const dayMs = 86_400_000;

const aliases: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
};
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const months = ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Numbers one item stands for: `*`, `5`, `1-5`, each with a step; undefined when it is none. */
function itemValues(
  item: string,
  least: number,
  most: number,
  names: readonly string[],
): number[] | undefined {
  const [, range, step] = /^([^/]+)(?:\/(\d+))?$/.exec(item) ?? [];
  if (range === undefined || step === '0') return undefined;
  const read = (text: string) => (/^\d+$/.test(text) ? Number(text) : names.indexOf(text.toLowerCase()));
  const isAny = range === '*' || range === '?';
  const [first, last = step === undefined ? first : String(most)] = isAny
    ? [String(least), String(most)]
    : range.split('-');
  const [from, to] = [read(first!), read(last!)];
  if (from < least || to > most || from > to) return undefined;
  const width = Number(step ?? 1);
  return Array.from({ length: Math.floor((to - from) / width) + 1 }, (_, i) => from + i * width);
}

function fieldValues(
  text: string,
  least: number,
  most: number,
  names: readonly string[] = [],
): Set<number> | undefined {
  const items = text.split(',').map((item) => itemValues(item, least, most, names));
  return items.every((item) => item !== undefined) ? new Set(items.flat()) : undefined;
}

interface Cron {
  readonly times: readonly number[];
  readonly isWeekly: boolean;
  /** Day of month, month, day of week. */
  isDay(day: Date): boolean;
}

const isAny = (field: string): boolean => /^[*?]$/.test(field);

function parseCron(fields: readonly string[]): Cron | undefined {
  const [minute, hour, date, month, day] = fields;
  const minutes = fieldValues(minute!, 0, 59);
  const hours = fieldValues(hour!, 0, 23);
  const dates = fieldValues(date!, 1, 31);
  const inMonths = fieldValues(month!, 1, 12, months);
  const weekdays = fieldValues(day!, 0, 7, days);
  if (!minutes || !hours || !dates || !inMonths || !weekdays) return undefined;
  if (weekdays.has(7)) weekdays.add(0);
  const times = [...hours].flatMap((h) => [...minutes].map((m) => h * 60 + m)).sort((a, b) => a - b);
  const isDate = (one: Date) => dates.has(one.getUTCDate());
  const isWeekday = (one: Date) => weekdays.has(one.getUTCDay());
  // Where both a day of the month and one of the week are stated, cron runs on either.
  const either = !isAny(date!) && !isAny(day!);
  return {
    times,
    isWeekly: isAny(date!) && inMonths.size === 12,
    isDay: (one) =>
      inMonths.has(one.getUTCMonth() + 1) &&
      (either ? isDate(one) || isWeekday(one) : isDate(one) && isWeekday(one)),
  };
}

/** Long enough for leap days to come round twice. */
const years = 9;
const firstDay = Date.UTC(2024, 0, 1);

/** Longest time between two runs in minutes; undefined when it never runs. */
function longestGap({ times, isDay }: Cron): number | undefined {
  const inDay = times.slice(1).map((time, i) => time - times[i]!);
  const length = years * 366;
  const runs = Array.from({ length }, (_, i) => i).filter((i) => isDay(new Date(firstDay + i * dayMs)));
  const overnight = runs
    .slice(1)
    .map((run, i) => (run - runs[i]!) * minutesPerDay + times[0]! - times.at(-1)!);
  return overnight.length === 0 ? undefined : [...inDay, ...overnight].reduce((a, b) => Math.max(a, b));
}

/** Minutes by which the zone is ahead of UTC at an instant; none for a zone nobody knows. */
function aheadOf(zone: string | undefined, instant: number): number {
  try {
    return Math.round((instant - toInstant(instant, zone)) / 60_000);
  } catch {
    return 0;
  }
}

/**
 * Reads a schedule: five fields of cron or an `@daily` and its kin, then perhaps a zone, whose offset is taken as it is
 * at `instant` (milliseconds). Undefined when it is none. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/crontab.html
 */
export function parseSchedule(text: string, instant: number): Runs | undefined {
  const words = text.trim().split(/\s+/);
  const [alias, ...after] = words;
  const short = aliases[alias!.toLowerCase()];
  const [fields, zone] = short ? [short.split(' '), after[0]] : [words.slice(0, 5), words[5]];
  const cron = fields.length === 5 ? parseCron(fields) : undefined;
  if (cron === undefined) return undefined;
  if (!cron.isWeekly) {
    const gap = longestGap(cron);
    return gap === undefined ? undefined : { kind: 'rare', longestGap: gap };
  }
  const ahead = aheadOf(zone, instant);
  // 1970 began on a Thursday; a week here begins on Sunday.
  const week = Array.from({ length: 7 }, (_, i) => i).filter((i) => cron.isDay(new Date((i + 3) * dayMs)));
  const minutes = week.flatMap((day) =>
    cron.times.map((time) => (day * minutesPerDay + time - ahead + minutesPerWeek) % minutesPerWeek),
  );
  return { kind: 'weekly', minutes: minutes.sort((a, b) => a - b) };
}

/** Longest time between two runs of a week in minutes; the last run and the first of the next week included. */
export function longestWait(minutes: readonly number[]): number {
  const gaps = minutes.map((minute, i) => (minutes[i + 1] ?? minutes[0]! + minutesPerWeek) - minute);
  return gaps.reduce((a, b) => Math.max(a, b), 0);
}
