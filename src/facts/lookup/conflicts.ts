import { rowCode } from '../evidence.js';
import { findPerson } from '../identity/subjects.js';
import { isSettled } from '../preferences/signatures.js';
import { type Lookup, streamAffected } from './affected.js';

const records = (table: string): string => `
  SELECT w.person_id, r.system_id, r.key_type, r.subject_key, ${rowCode('r')} AS code
  FROM std_${table} r ${findPerson('r')}`;

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
     SELECT * FROM (${['preferences', 'sends', 'customers'].map(records).join(' UNION ALL ')}) a
     WHERE a.code IN (SELECT code FROM codes)`,
    { class: settings.class ?? '', from: from ?? '', to: to ?? '', field: field ?? '' },
  );
};
