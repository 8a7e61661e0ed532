import { type Lookup, streamAffected } from './affected.js';

/** The errors of one group, and whom they concern: `subject` is its origin, `settings.kind` its class, and family if any. */
export const errorGroup: Lookup = (store, subject, settings) =>
  streamAffected(
    store,
    `SELECT r.person_id, r.person_system AS system_id, r.person_key_type AS key_type, r.person_key AS subject_key, r.code
     FROM work_error_rows r
     LEFT JOIN work_error_causes c ON c.kind = r.kind AND c.leaf = r.leaf
     WHERE coalesce(c.origin, r.stated) = $subject AND r.kind = $kind`,
    { subject, kind: settings.kind ?? '' },
  );
