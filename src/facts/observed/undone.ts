import { sortedList, toMs } from '../../store/dialect.js';
import { rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import { correctable, formOf } from '../preferences/detail-forms.js';

const form = (field: string, value: string): string => formOf(field, value, correctable);
const holder =
  'JOIN work_persons w ON w.system_id = m.system_id AND w.subject_key = m.subject_key AND m.value IS NOT NULL';

/**
 * `work_detail_steps(person_id, system_id, field, before, after, at_ms, before_ms, code)`: every change of a detail that
 * records tell, by history or between two exports; `before_ms` is when the value before had been written.
 */
const steps = `
  CREATE TABLE work_detail_steps AS
  SELECT * FROM (
    SELECT w.person_id, x.system_id, x.kind AS field, ${form('x.kind', 'x."before"')} AS before,
           ${form('x.kind', 'x."after"')} AS after, ${toMs('x.changed_before')} AS at_ms,
           ${toMs('x.before_at')} AS before_ms, ${rowCode('x')} AS code
    FROM std_changes x ${joinPerson('x')}
    WHERE x.table_name = 'customers' AND x.kind IS NOT NULL AND x.changed_before IS NOT NULL
    UNION ALL
    SELECT w.person_id, m.system_id, m.field,
           lag(${form('m.field', 'm.value')}) OVER (
             PARTITION BY m.system_id, w.subject_id, m.field ORDER BY m.valid_from, m._source, m._row),
           ${form('m.field', 'm.value')}, ${toMs('m.valid_from')},
           lag(${toMs('m.valid_from')}) OVER (
             PARTITION BY m.system_id, w.subject_id, m.field ORDER BY m.valid_from, m._source, m._row),
           ${rowCode('m')}
    FROM std_master_values m ${holder} AND m.valid_from IS NOT NULL) s
  WHERE before <> after AND before <> '' AND after <> ''`;

const everyDetail = correctable
  .map(
    ({ field, value }) => `
    SELECT w.person_id, c.system_id, '${field}' AS field, ${form(`'${field}'`, value)} AS value,
           ${toMs('c.updated_at')} AS at_ms, ${rowCode('c')} AS code
    FROM std_customers c ${joinPerson('c')} WHERE c.closed_at IS NULL AND ${value} IS NOT NULL`,
  )
  .join(' UNION ALL ');

/** `work_details_held`: what systems have today of persons of whom some detail changed. */
const held = `
  CREATE TABLE work_details_held AS
  SELECT h.* FROM (
    ${everyDetail}
    UNION ALL
    SELECT person_id, system_id, field, value, at_ms, code FROM (
      SELECT w.person_id, m.system_id, m.field, ${form('m.field', 'm.value')} AS value, ${toMs('m.valid_from')} AS at_ms,
             ${rowCode('m')} AS code, row_number() OVER (
               PARTITION BY m.system_id, w.subject_id, m.field ORDER BY m.valid_from DESC, m._source, m._row DESC) AS n
      FROM std_master_values m ${holder}) v WHERE n = 1) h
  WHERE EXISTS (SELECT 1 FROM work_detail_steps s WHERE s.person_id = h.person_id AND s.field = h.field)`;

/** Flows whose giver has the old value today and did not come by it since. */
const fed = `
  CREATE TABLE work_detail_feeds AS
  SELECT s.person_id, s.field, s.system_id, s.at_ms, f.flow_id, g.system_id AS giver, g.code, s.code AS step_code,
         coalesce(g.at_ms < s.before_ms, false) AS older
  FROM work_detail_steps s
  JOIN work_feeds f ON f.to_system_id = s.system_id AND f.field = s.field
  JOIN work_details_held g ON g.person_id = s.person_id AND g.field = s.field AND g.system_id = f.from_system_id
   AND g.value = s.after
  WHERE NOT EXISTS (
    SELECT 1 FROM work_detail_steps t WHERE t.person_id = s.person_id AND t.field = s.field
    AND t.system_id = g.system_id AND t.after = s.after)`;

/**
 * `work_undone(person_id, system_id, field, at_ms, origin, code)`: steps back to what had been corrected. Either the
 * correction was seen before, here or in a system that still has it, or what was here had been written later than what
 * the feed brought. Of several systems that went back the first counts; the others may have heard of it.
 */
const undone = `
  CREATE TABLE work_undone AS
  WITH seen AS (
    SELECT s.person_id, s.system_id, s.field, s.at_ms, o.system_id AS origin, s.code
    FROM work_detail_steps s
    JOIN work_detail_steps o ON o.person_id = s.person_id AND o.field = s.field AND o.before = s.after
     AND o.after = s.before AND o.at_ms < s.at_ms
    WHERE o.system_id = s.system_id OR EXISTS (
      SELECT 1 FROM work_details_held h WHERE h.person_id = o.person_id AND h.field = o.field
      AND h.system_id = o.system_id AND h.value = o.after)
    UNION ALL
    SELECT person_id, system_id, field, at_ms, system_id, step_code FROM work_detail_feeds WHERE older),
  ranked AS (
    SELECT *, rank() OVER (PARTITION BY person_id, field ORDER BY at_ms) AS n FROM seen)
  SELECT person_id, system_id, field, at_ms, min(origin) AS origin, min(code) AS code
  FROM ranked WHERE n = 1 GROUP BY person_id, system_id, field, at_ms`;

/** Creates `work_undone` and `work_detail_feeds`, from `work_feeds(field, flow_id, from_system_id, to_system_id)`. */
export const undoneSteps: readonly string[] = [
  steps,
  held,
  fed,
  undone,
  'DROP TABLE work_details_held; DROP TABLE work_feeds',
];

/** Whether records tell of any change of a detail. */
export const anyStep = `
  SELECT (SELECT count(*) FROM std_changes WHERE table_name = 'customers' AND kind IS NOT NULL)
       + (SELECT count(*) FROM std_master_values WHERE valid_from IS NOT NULL
          AND field IN (${correctable.map(({ field }) => `'${field}'`).join(', ')})) AS n`;

/** Each system and field: whose value went back, of whom it ever changed, and which flows can have brought it. */
export const totals = `
  WITH changed AS (
    SELECT system_id, field, count(DISTINCT person_id) AS persons_of FROM work_detail_steps GROUP BY system_id, field),
  flows AS (
    SELECT f.system_id, f.field, string_agg(DISTINCT f.flow_id, '|' ORDER BY f.flow_id) AS flows,
           string_agg(DISTINCT f.giver, '|' ORDER BY f.giver) AS givers, count(DISTINCT f.person_id) AS fed,
           min(f.code) AS giver_code
    FROM work_detail_feeds f
    JOIN work_undone u ON u.person_id = f.person_id AND u.field = f.field AND u.system_id = f.system_id AND u.at_ms = f.at_ms
    GROUP BY f.system_id, f.field)
  SELECT u.system_id, u.field, count(DISTINCT u.person_id) AS persons, min(c.persons_of) AS persons_of,
         string_agg(DISTINCT u.origin, '|' ORDER BY u.origin) AS origins, min(u.at_ms) AS first_ms,
         max(u.at_ms) AS last_ms, min(f.flows) AS flows, min(f.givers) AS givers,
         coalesce(min(f.fed), 0) AS fed, min(f.giver_code) AS giver_code,
         CAST(to_json(list_slice(${sortedList('u.code')}, 1, 5)) AS VARCHAR) AS codes
  FROM work_undone u
  JOIN changed c ON c.system_id = u.system_id AND c.field = u.field
  LEFT JOIN flows f ON f.system_id = u.system_id AND f.field = u.field
  GROUP BY u.system_id, u.field ORDER BY u.system_id, u.field`;
