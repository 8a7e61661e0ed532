import type { Holiday, Regimes } from '../../../model/regimes.js';
import type { Query } from '../../../store/store.js';
import { addBusinessDays, holidaysOf } from '../../../text/business-days.js';
import { toInstant } from '../../../text/zoned.js';

const dayMs = 86_400_000;

/** So many business days by one calendar of holidays. */
export interface DeadlineKind {
  readonly days: number;
  readonly calendar: string;
}

/** Whether a day since 1970 is a holiday; years are worked out once. */
function isHolidayIn(holidays: readonly Holiday[]): (day: number) => boolean {
  const years = new Map<number, ReadonlySet<number>>();
  return (day) => {
    const year = new Date(day * dayMs).getUTCFullYear();
    const known = years.get(year) ?? holidaysOf(year, holidays);
    years.set(year, known);
    return known.has(day);
  };
}

/** The row of one day of UTC: the local midnight in it, and the end of grace for what happened before and after. */
export type Deadline = readonly [day: number, cutAt: number, beforeAt: number, afterAt: number];

/** The end of the last business day, for opt-outs on days of UTC, by the clocks of a zone. */
export function deadlinesOf(
  days: readonly number[],
  { days: count }: DeadlineKind,
  holidays: readonly Holiday[],
  zone: string | undefined,
): Deadline[] {
  const isHoliday = isHolidayIn(holidays);
  const startOf = (local: number) => toInstant(local * dayMs, zone);
  const ends = new Map<number, number>();
  const endOf = (local: number): number => {
    const known = ends.get(local) ?? startOf(addBusinessDays(local, count, isHoliday) + 1);
    ends.set(local, known);
    return known;
  };
  return days.map((day) => {
    const begins = startOf(day);
    const local = begins >= day * dayMs ? day : day + 1;
    return [day, local === day ? begins : startOf(local), endOf(local - 1), endOf(local)];
  });
}

const optOutDays = `
  SELECT DISTINCT certain_at // ${dayMs} AS day FROM work_choices_ever
  WHERE kind = 'consent' AND deny AND tier = 2 ORDER BY day`;

/** `work_grace_days(kind, day, cut_at, before_at, after_at)`, times in milliseconds; `kind` counts from 0. */
export async function createDeadlines(
  store: Query,
  kinds: readonly DeadlineKind[],
  regimes: Regimes,
  zone: string | undefined,
): Promise<void> {
  const days = (await store.all<{ day: number }>(optOutDays)).map((row) => Number(row.day));
  const rows = kinds.flatMap((kind, i) =>
    deadlinesOf(days, kind, regimes.calendars[kind.calendar] ?? [], zone).map((row) => [i, ...row]),
  );
  await store.run(`CREATE TABLE work_grace_days (kind INTEGER, day BIGINT, cut_at BIGINT, before_at BIGINT,
    after_at BIGINT)`);
  await store.insert('work_grace_days', ['kind', 'day', 'cut_at', 'before_at', 'after_at'], rows);
}
