import type { Query } from '../../store/store.js';

/**
 * `fact_person_signatures`: persons by the exact set of conflicts they are in, so that unions over findings are sums.
 * What is still under way in time is no conflict.
 */
export async function writeSignatures(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE fact_person_signatures AS
    WITH demands AS (
      SELECT person_id, class || ' ' || from_system_id || '>' || to_system_id || '/' || field AS demand, messages
      FROM work_conflicts WHERE class = 'violation' OR cause IS NULL OR cause <> 'in_flight'),
    persons AS (
      SELECT person_id, string_agg(demand, ';' ORDER BY demand) AS signature, sum(messages) AS messages
      FROM demands GROUP BY person_id)
    SELECT signature, count(*) AS persons, CAST(sum(messages) AS BIGINT) AS messages
    FROM persons GROUP BY signature ORDER BY signature`);
}
