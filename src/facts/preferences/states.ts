import type { Query } from '../../store/store.js';

/**
 * `fact_preference_states`: by system, kind and channel of the record, how many persons said yes, said no, have a
 * value nobody asked them for, or have no record: four different things.
 */
export async function writeStates(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE fact_preference_states AS
    WITH latest AS (
      SELECT person_id, system_id, kind, channel, deny, tier FROM (
        SELECT c.*, row_number() OVER (PARTITION BY person_id, system_id, kind, channel
                 ORDER BY tier DESC, at_ms DESC, deny DESC, code) AS n
        FROM work_choices c) r
      WHERE n = 1),
    present AS (SELECT system_id, count(*) AS persons FROM work_presence GROUP BY system_id)
    SELECT l.system_id, l.kind, l.channel, count(*) AS persons,
           count(*) FILTER (WHERE l.tier > 0 AND NOT l.deny) AS said_yes,
           count(*) FILTER (WHERE l.tier > 0 AND l.deny) AS said_no,
           count(*) FILTER (WHERE l.tier = 0) AS by_default,
           min(p.persons) - count(*) AS never_asked
    FROM latest l JOIN present p ON p.system_id = l.system_id
    GROUP BY l.system_id, l.kind, l.channel
    ORDER BY l.system_id, l.kind, l.channel`);
}
