import { rowCode } from '../evidence.js';
import { findPerson } from '../identity/subjects.js';
import { isSettled } from '../preferences/signatures.js';
import { type Lookup, streamAffected } from './affected.js';

const rows = (relation: string): string => `
  SELECT w.person_id, r.system_id, r.key_type, r.subject_key, ${rowCode('r')} AS code
  FROM ${relation} r ${findPerson('r')}`;

/** Data handed over is keyed as the giving system keys it. */
const extracts = `(
    SELECT f.from_system_id AS system_id, e.key_type, e.subject_key, e._source, e._row
    FROM std_extracts e JOIN std_flows f ON f.flow_id = e.flow_id)`;

const records = ['std_preferences', 'std_sends', 'std_customers', extracts].map(rows).join(' UNION ALL ');

/** Both records of everybody in a conflict of `settings.class` between the systems of `pair:u>v/field`. */
export const conflicts: Lookup = (store, subject, settings) => {
  const [, from, to, field] = /^pair:(.*?)>(.*?)\/(.*)$/.exec(subject) ?? [];
  return streamAffected(
    store,
    `WITH hit AS (
       SELECT c.person_id, c.code, c.held_code FROM work_conflicts c JOIN work_pairs p ON p.pair_id = c.pair_id
       WHERE p.class = $class AND p.from_system_id = $from AND p.to_system_id = $to AND p.field = $field
         AND ${isSettled}),
     codes AS (SELECT code FROM hit UNION SELECT held_code FROM hit)
     SELECT * FROM (${records}) a
     WHERE a.code IN (SELECT code FROM codes)`,
    { class: settings.class ?? '', from: from ?? '', to: to ?? '', field: field ?? '' },
  );
};
