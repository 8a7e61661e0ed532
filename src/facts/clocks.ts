import type { Query } from '../store/store.js';
import { inZone } from '../text/zoned.js';
import { sourceOfCode } from './evidence.js';

/** An instant a row states, by the row's code, as the clocks of its source show it; nothing of nothing. */
export type TimeOf = <T extends string | null>(code: number, instant: T) => T;

/**
 * Reads in which zone each source tells its times. Instants are kept in UTC, where a day without a clock east of it begins
 * on the day before: whoever shows one asks here, so that it reads as in the file.
 */
export async function readClocks(store: Query): Promise<TimeOf> {
  const rows = await store.all<{ source: number; time_zone: string | null }>(
    'SELECT source, time_zone FROM std_sources WHERE time_zone IS NOT NULL ORDER BY source',
  );
  const zones = new Map(rows.map(({ source, time_zone }) => [source, time_zone ?? undefined]));
  return (code, instant) =>
    (instant === null ? null : inZone(instant, zones.get(sourceOfCode(code)))) as typeof instant;
}

/** The day of milliseconds since 1970 for the source of the first of some codes, `2026-05-26`; in UTC without any. */
export type DayOf = (codes: readonly number[], ms: number) => string;

export async function readDays(store: Query): Promise<DayOf> {
  const time = await readClocks(store);
  return ([code = 0], ms) => time(code, new Date(ms).toISOString()).slice(0, 10);
}
