import { sortedList } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';

/** Conflicts that are no longer under way in time; `c` of `work_conflicts`, `p` of `work_pairs`. */
export const isSettled = `(p.class = 'violation' OR c.cause IS NULL OR c.cause <> 'in_flight')`;

/**
 * `fact_person_signatures`: persons by the exact set of conflicts they are in, so that unions over findings are sums.
 * What is still under way in time is no conflict. Sets are compared as numbers and named at the end; as numbers, in
 * `work_signatures`, the scorecard takes them up.
 */
export async function writeSignatures(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE work_signatures AS
    WITH persons AS (
      SELECT c.person_id, ${sortedList('p.demand_id')} AS demands, sum(c.messages) AS messages
      FROM work_conflicts c JOIN work_pairs p ON p.pair_id = c.pair_id
      WHERE ${isSettled} GROUP BY c.person_id)
    SELECT demands, count(*) AS persons, CAST(sum(messages) AS BIGINT) AS messages FROM persons GROUP BY demands;
    CREATE TABLE fact_person_signatures AS
    WITH parts AS (SELECT demands, unnest(demands) AS demand_id FROM work_signatures),
    named AS (
      SELECT s.demands, string_agg(d.demand, ';' ORDER BY d.demand) AS signature
      FROM parts s JOIN (SELECT DISTINCT demand_id, demand FROM work_pairs) d ON d.demand_id = s.demand_id
      GROUP BY s.demands)
    SELECT n.signature, s.persons, s.messages FROM work_signatures s JOIN named n ON n.demands = s.demands
    ORDER BY n.signature`);
}
