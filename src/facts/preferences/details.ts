import { toMs } from '../../store/dialect.js';
import { type Query, quoteText } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import { details, fieldOfChannel, formOf } from './detail-forms.js';

/** How much says when a customer's data changed. */
const dated = `
  SELECT (SELECT count(updated_at) FROM std_customers)
       + (SELECT count(*) FROM std_changes WHERE table_name = 'customers' AND kind IS NOT NULL)
       + (SELECT count(*) FROM std_master_values
          WHERE field IN (${details.map(({ field }) => quoteText(field)).join(', ')})) AS n`;

const everyDetail = details
  .map(
    ({ field, value }) => `
    SELECT c.system_id, c.key_type, c.subject_key, '${field}' AS field, ${value} AS value,
           ${toMs('c.updated_at')} AS updated_ms, ${rowCode('c')} AS code
    FROM std_customers c WHERE ${value} IS NOT NULL AND c.closed_at IS NULL AND NOT coalesce(c.deceased, false)`,
  )
  .join(' UNION ALL ');

/** What each system has of persons of whom systems differ; relationships that have ended no longer count. */
const held = `
  CREATE TABLE work_details AS
  WITH linked AS (
    SELECT w.person_id, w.certain, k.system_id, k.field, ${formOf('k.field', 'k.value')} AS value, k.updated_ms, k.code
    FROM (${everyDetail}) k ${joinPerson('k')}),
  newest AS (
    SELECT *, row_number() OVER (PARTITION BY person_id, system_id, field ORDER BY updated_ms DESC, code) AS n
    FROM linked WHERE value <> ''),
  torn AS (
    SELECT person_id, field FROM newest WHERE n = 1 GROUP BY person_id, field HAVING min(value) <> max(value))
  SELECT l.person_id, l.certain, l.system_id, l.field, l.value, l.updated_ms, l.code
  FROM newest l JOIN torn t ON t.person_id = l.person_id AND t.field = l.field WHERE l.n = 1`;

/** What systems are known to have changed, by when: stated as history, or seen between two exports. */
const turns = `
  CREATE TABLE work_turns_of_details AS
  WITH steps AS (
    SELECT w.person_id, m.system_id, m.field, ${toMs('m.valid_from')} AS at_ms,
           lag(${formOf('m.field', 'm.value')}) OVER (
             PARTITION BY m.system_id, w.subject_id, m.field ORDER BY m.valid_from, m._source, m._row) AS before,
           ${formOf('m.field', 'm.value')} AS after
    FROM std_master_values m JOIN work_persons w ON w.system_id = m.system_id AND w.subject_key = m.subject_key
    WHERE m.valid_from IS NOT NULL AND m.value IS NOT NULL
      AND w.person_id IN (SELECT person_id FROM work_details)
    UNION ALL
    SELECT w.person_id, x.system_id, x.kind, ${toMs('x.changed_before')}, ${formOf('x.kind', 'x."before"')},
           ${formOf('x.kind', 'x."after"')}
    FROM std_changes x ${joinPerson('x')}
    WHERE x.table_name = 'customers' AND x.kind IS NOT NULL AND x.changed_before IS NOT NULL
      AND w.person_id IN (SELECT person_id FROM work_details)),
  used AS (
    SELECT d.person_id, d.system_id, d.field, d.value, ${formOf('d.field', 's.point')} AS point, s.at_ms
    FROM work_details d
    JOIN work_send_rows s ON s.person_id = d.person_id AND s.point IS NOT NULL
    JOIN work_send_routes r ON r.route_id = s.route_id AND r.system_id = d.system_id
    WHERE d.updated_ms IS NOT NULL AND d.field = ${fieldOfChannel('r.channel')}),
  left_behind AS (
    SELECT person_id, system_id, field, value, point, max(at_ms) AS at_ms FROM used WHERE point <> value
    GROUP BY person_id, system_id, field, value, point),
  all_steps AS (
    SELECT * FROM steps
    UNION ALL
    SELECT o.person_id, o.system_id, o.field, min(n.at_ms), o.point, o.value
    FROM left_behind o
    JOIN used n ON n.person_id = o.person_id AND n.system_id = o.system_id AND n.field = o.field
     AND n.point = n.value AND n.at_ms > o.at_ms
    GROUP BY o.person_id, o.system_id, o.field, o.point, o.value)
  SELECT person_id, system_id, field, before, after, max(at_ms) AS at_ms FROM all_steps
  WHERE before <> after GROUP BY person_id, system_id, field, before, after`;

/**
 * Who still has what another system had before its last change; and, less surely, who has what a second one has too
 * while a third, which differs, was changed after both.
 */
const behind = `
  CREATE TABLE work_behind AS
  WITH known AS (
    SELECT d.person_id, d.field, t.system_id AS from_system_id, d.system_id AS to_system_id, d.value, t.at_ms, u.code,
           d.code AS held_code, d.updated_ms, CASE WHEN d.certain AND u.certain THEN 2 ELSE 1 END AS sureness
    FROM work_details d
    JOIN work_turns_of_details t ON t.person_id = d.person_id AND t.field = d.field AND t.before = d.value
     AND t.system_id <> d.system_id
    JOIN work_details u ON u.person_id = t.person_id AND u.field = t.field AND u.system_id = t.system_id
     AND u.value = t.after
    WHERE NOT EXISTS (
      SELECT 1 FROM work_turns_of_details o WHERE o.person_id = d.person_id AND o.field = d.field
      AND o.system_id = d.system_id AND o.after = d.value AND o.at_ms >= t.at_ms)),
  newest AS (
    SELECT * FROM (
      SELECT *, row_number() OVER (PARTITION BY person_id, field ORDER BY updated_ms DESC, system_id) AS n,
             count(*) OVER (PARTITION BY person_id, field, value) AS keepers FROM work_details WHERE updated_ms IS NOT NULL) r
    WHERE n = 1 AND keepers = 1),
  guessed AS (
    SELECT d.person_id, d.field, u.system_id AS from_system_id, d.system_id AS to_system_id, d.value, u.updated_ms AS at_ms,
           u.code, d.code AS held_code, d.updated_ms, 0 AS sureness,
           count(*) OVER (PARTITION BY d.person_id, d.field, d.value) AS keepers
    FROM newest u JOIN work_details d ON d.person_id = u.person_id AND d.field = u.field AND d.value <> u.value
     AND d.updated_ms < u.updated_ms
    WHERE NOT EXISTS (SELECT 1 FROM work_turns_of_details o WHERE o.person_id = u.person_id AND o.field = u.field)),
  found AS (
    SELECT * FROM known UNION ALL SELECT * EXCLUDE (keepers) FROM guessed WHERE keepers > 1)
  SELECT * EXCLUDE (n) FROM (
    SELECT *, row_number() OVER (PARTITION BY person_id, field, to_system_id ORDER BY at_ms DESC, from_system_id) AS n
    FROM found) r WHERE n = 1`;

const outdated = (now: string): string => `
  CREATE TABLE work_outdated AS
  WITH sent AS (
    SELECT b.person_id, b.field, b.to_system_id, count(*) AS messages, sum(s.unit_cost) AS cost, max(s.at_ms) AS latest,
           bool_and(s.certain) AS certain
    FROM work_behind b
    JOIN work_send_rows s ON s.person_id = b.person_id AND s.at_ms > b.at_ms
    JOIN work_send_routes r ON r.route_id = s.route_id AND r.system_id = b.to_system_id
     AND ${fieldOfChannel('r.channel')} = b.field
    WHERE ${formOf('b.field', 's.point')} = b.value
    GROUP BY b.person_id, b.field, b.to_system_id)
  SELECT b.person_id, 'not_carried_over' AS class, b.from_system_id, b.to_system_id, b.field, 'new' AS choice, 'old' AS held,
         CAST(NULL AS VARCHAR) AS comm_type, b.at_ms AS since, b.updated_ms AS held_at, false AS by_others,
         coalesce(s.latest, b.at_ms) AS latest, greatest(${now} - b.at_ms, 0) AS elapsed,
         CASE WHEN s.certain = false THEN least(b.sureness, 1) ELSE b.sureness END AS sureness, 1 AS cells,
         coalesce(s.messages, 0) AS messages, s.cost, false AS knew, b.code, b.held_code
  FROM work_behind b
  LEFT JOIN sent s ON s.person_id = b.person_id AND s.field = b.field AND s.to_system_id = b.to_system_id`;

/**
 * `work_outdated`: persons whose address, telephone, e-mail or language one system has changed while another still has
 * what it had before, with the messages that went there since. Differing alone is no conflict: many have two addresses.
 * Where nothing says when data changed there is no table, which the answer says.
 */
export async function createOutdated(store: Query, asOf: string): Promise<boolean> {
  const [found] = await store.all(dated);
  if (Number(found!.n) === 0) return false;
  const now = toMs(`CAST(${quoteText(asOf)} AS TIMESTAMP)`);
  for (const sql of [held, turns, behind, outdated(now)]) await store.run(sql);
  await store.run('DROP TABLE work_details; DROP TABLE work_turns_of_details; DROP TABLE work_behind');
  return true;
}
