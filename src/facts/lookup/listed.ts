import { quoteName } from '../../store/store.js';
import { type Lookup, streamAffected } from './affected.js';

/**
 * Everybody whom a table `(person_id, system_id, <column>, code)` lists with the system and the value of
 * `system:<id>/<value>`, as that system knows them.
 */
export const listedIn =
  (table: string, column: string): Lookup =>
  (store, subject) => {
    const [, system, value] = /^system:(.*)\/([^/]*)$/.exec(subject) ?? [];
    return streamAffected(
      store,
      `SELECT u.person_id, w.system_id, w.key_type, w.subject_key, u.code
       FROM ${quoteName(table)} u JOIN work_persons w ON w.person_id = u.person_id AND w.system_id = u.system_id
       WHERE u.system_id = $system AND u.${quoteName(column)} = $value`,
      { system: system ?? '', value: value ?? '' },
    );
  };
