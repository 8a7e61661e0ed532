import type { Config } from '../model/config.js';
import { timeless } from '../model/timeless.js';
import type { Query } from '../store/store.js';

const clocks: readonly (readonly [table: string, column: string])[] = [
  ['customers', 'updated_at'],
  ['preferences', 'valid_from'],
  ['preferences', 'recorded_at'],
  ['preferences', 'observed_at'],
  ['sends', 'sent_at'],
  ['delivery_events', '"time"'],
  ['error_reports', 'reported_at'],
  ['journey_events', '"timestamp"'],
];

export interface AsOf {
  readonly time: string;
  readonly from: 'option' | 'sources';
}

/** Times from here on mean `for ever` or are typed wrong, and say nothing of when the sources were drawn. */
const endless = '2100-01-01';

/**
 * The clock of the run: the option, else `as_of` of unsilo.yaml, else the newest time in the records; without any
 * record 1970, since nothing then depends on it.
 */
export async function readAsOf(store: Query, config: Config, option?: string): Promise<AsOf> {
  const stated = option ?? config.as_of;
  if (stated) return { time: new Date(stated).toISOString(), from: 'option' };
  const parts = clocks.map(
    ([table, column]) =>
      `SELECT max(${column}) AS t FROM std_${table} WHERE ${column} < TIMESTAMP '${endless}'`,
  );
  const [newest] = await store.all<{ t: string | null }>(
    `SELECT max(t) AS t FROM (${parts.join(' UNION ALL ')}) r`,
  );
  return { time: newest?.t ?? timeless, from: 'sources' };
}
