import { type Lookup, streamAffected } from './affected.js';

/** Errors with an origin, `$subject`, on a condition, and whom they concern. */
export const errorsWhere = (condition: string): string => `
  SELECT r.person_id, r.person_system AS system_id, r.person_key_type AS key_type, r.person_key AS subject_key, r.code
  FROM work_error_rows r
  LEFT JOIN work_error_causes c ON c.kind = r.kind AND c.leaf = r.leaf
  WHERE coalesce(c.origin, r.stated) = $subject AND ${condition}`;

/** The errors of `settings.classes` (separated by `|`) with the origin that is the subject. */
export const errors: Lookup = (store, subject, settings) =>
  streamAffected(store, errorsWhere("strpos($classes, '|' || r.error_class || '|') > 0"), {
    subject,
    classes: `|${settings.classes ?? ''}|`,
  });
