import { rowCode } from '../evidence.js';
import { findPerson } from '../identity/subjects.js';
import { type Lookup, streamAffected } from './affected.js';

const records = (table: string): string => `
  SELECT w.person_id, r.system_id, r.key_type, r.subject_key, ${rowCode('r')} AS code
  FROM std_${table} r ${findPerson('r')} WHERE r.system_id = $system`;

/** Everybody known in `system:<id>`, with every record of theirs there. */
export const members: Lookup = (store, subject) =>
  streamAffected(
    store,
    ['customers', 'preferences', 'sends', 'error_reports'].map(records).join(' UNION ALL '),
    { system: subject.slice('system:'.length) },
  );
