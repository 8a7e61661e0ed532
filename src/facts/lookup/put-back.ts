import { type Lookup, streamAffected } from './affected.js';

/** Everybody whose choice or detail took its old value again, of `system:<id>/<field>`, with the record that did so. */
export const putBack: Lookup = (store, subject) => {
  const [, system, field] = /^system:(.*)\/([^/]*)$/.exec(subject) ?? [];
  return streamAffected(
    store,
    `SELECT u.person_id, w.system_id, w.key_type, w.subject_key, u.code
     FROM work_put_back u JOIN work_persons w ON w.person_id = u.person_id AND w.system_id = u.system_id
     WHERE u.system_id = $system AND u.field = $field`,
    { system: system ?? '', field: field ?? '' },
  );
};
