import { findFact } from '../../model/facts.js';
import { createTable } from '../../store/schema.js';
import type { Query } from '../../store/store.js';
import { isSettled } from './signatures.js';

const pair = 'class, from_system_id, to_system_id, field';
const day = 86_400_000;

/** The smallest number of days by which a share of the persons, in tenths, have waited no longer. */
const within = (tenths: number): string => `min(days) FILTER (WHERE 10 * so_far >= ${tenths} * total)`;

const waits = `
  WITH days AS (
    SELECT p.class, p.from_system_id, p.to_system_id, p.field, c.cause, c.elapsed // ${day} AS days, count(*) AS persons
    FROM work_conflicts c JOIN work_pairs p ON p.pair_id = c.pair_id WHERE ${isSettled}
    GROUP BY p.class, p.from_system_id, p.to_system_id, p.field, c.cause, c.elapsed // ${day}),
  levels AS (
    SELECT ${pair}, cause, false AS whole, days, persons FROM days
    UNION ALL
    SELECT ${pair}, CAST(NULL AS VARCHAR), true, days, sum(persons) FROM days GROUP BY ${pair}, days),
  counted AS (
    SELECT *, sum(persons) OVER (PARTITION BY ${pair}, cause, whole ORDER BY days) AS so_far,
           sum(persons) OVER (PARTITION BY ${pair}, cause, whole) AS total
    FROM levels)
  SELECT ${pair}, cause, whole, CAST(max(total) AS BIGINT) AS persons, ${within(5)} AS p50_days, ${within(9)} AS p90_days,
         max(days) AS max_days
  FROM counted GROUP BY ${pair}, cause, whole`;

/**
 * `fact_preference_waits`: how long persons have waited for their choice to be followed, by pair of systems and cause
 * and for all causes together; what is still under way in time is left out.
 */
export async function writeWaits(store: Query): Promise<void> {
  const { columns } = findFact('fact_preference_waits')!;
  const names = Object.keys(columns).join(', ');
  await store.run(`${createTable('fact_preference_waits', columns)};
    INSERT INTO fact_preference_waits (${names}) SELECT ${names} FROM (${waits}) s ORDER BY ${pair}, whole, cause`);
}
