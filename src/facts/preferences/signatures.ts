import { sortedList } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';
import { createInSlices } from './in-slices.js';

/** Conflicts that are no longer under way in time; `c` of `work_conflicts`, `p` of `work_pairs`. */
export const isSettled = `(p.class = 'violation' OR c.cause IS NULL OR c.cause <> 'in_flight')`;

const signatures = {
  table: 'work_signatures',
  part: (within: string) => `
    WITH persons AS (
      SELECT person_id, ${sortedList('p.demand_id')} AS demands, sum(c.messages) AS messages
      FROM work_conflicts c JOIN work_pairs p ON p.pair_id = c.pair_id
      WHERE ${isSettled} AND ${within} GROUP BY person_id)
    SELECT demands, count(*) AS persons, CAST(sum(messages) AS BIGINT) AS messages FROM persons GROUP BY demands`,
  whole: (parts: string) =>
    `SELECT demands, CAST(sum(persons) AS BIGINT) AS persons, CAST(sum(messages) AS BIGINT) AS messages
     FROM ${parts} GROUP BY demands`,
};

/**
 * `fact_person_signatures`: persons by the exact set of conflicts they are in, so that unions over findings are sums.
 * What is still under way in time is no conflict. Sets are compared as numbers and named at the end; as numbers, in
 * `work_signatures`, the scorecard takes them up.
 */
export async function writeSignatures(store: Query): Promise<void> {
  await createInSlices(store, signatures);
  await store.run(`
    CREATE TABLE fact_person_signatures AS
    WITH parts AS (SELECT demands, unnest(demands) AS demand_id FROM work_signatures),
    named AS (
      SELECT s.demands, string_agg(d.demand, ';' ORDER BY d.demand) AS signature
      FROM parts s JOIN (SELECT DISTINCT demand_id, demand FROM work_pairs) d ON d.demand_id = s.demand_id
      GROUP BY s.demands)
    SELECT n.signature, s.persons, s.messages FROM work_signatures s JOIN named n ON n.demands = s.demands
    ORDER BY n.signature`);
}
