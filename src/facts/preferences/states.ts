import type { Query } from '../../store/store.js';

/** The latest record as one number: the strongest, of these the newest, of these the no; and back. */
const rank = `(CAST(f.tier AS BIGINT) * ${2 ** 50} + c.at_ms + ${2 ** 48}) * 2 + CASE WHEN f.deny THEN 1 ELSE 0 END`;
const stated = `l.latest >= ${2 ** 51}`;
const refused = 'l.latest % 2 = 1';

/**
 * `fact_preference_states`: by system, kind and channel of the record, how many persons said yes, said no, have a
 * value nobody asked them for, or have no record: four different things.
 */
export async function writeStates(store: Query): Promise<void> {
  await store.run(`
    CREATE TABLE fact_preference_states AS
    WITH slots AS (
      SELECT form_id, tier, deny, dense_rank() OVER (ORDER BY system_id, kind, channel) AS slot_id, system_id, kind,
             channel
      FROM work_choice_forms),
    latest AS (
      SELECT c.person_id, f.slot_id, max(${rank}) AS latest
      FROM work_choice_rows c JOIN slots f ON f.form_id = c.form_id GROUP BY c.person_id, f.slot_id),
    counted AS (
      SELECT l.slot_id, count(*) AS persons, count(*) FILTER (WHERE ${stated} AND NOT ${refused}) AS said_yes,
             count(*) FILTER (WHERE ${stated} AND ${refused}) AS said_no, count(*) FILTER (WHERE NOT ${stated}) AS by_default
      FROM latest l GROUP BY l.slot_id),
    present AS (SELECT system_id, count(*) AS persons FROM work_presence GROUP BY system_id)
    SELECT s.system_id, s.kind, s.channel, c.persons, c.said_yes, c.said_no, c.by_default,
           p.persons - c.persons AS never_asked
    FROM counted c
    JOIN (SELECT DISTINCT slot_id, system_id, kind, channel FROM slots) s ON s.slot_id = c.slot_id
    JOIN present p ON p.system_id = s.system_id
    ORDER BY s.system_id, s.kind, s.channel`);
}
