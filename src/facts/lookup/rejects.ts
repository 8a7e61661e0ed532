import type { Affected, Lookup } from './affected.js';

/** The rows of `source:<file>` that were set aside, with every problem found in them. */
export const rejects: Lookup = (store, subject) =>
  store.stream<Affected>(
    `SELECT DISTINCT NULL AS person_id, NULL AS person_key, NULL AS system_id, NULL AS key_type, NULL AS subject_key,
            f.file, r."row", r."column", r.value, r.expected
     FROM std_rejects r JOIN std_sources f ON f.source = r.source WHERE 'source:' || f.file = $subject
     ORDER BY f.file, r."row", r."column", r.value, r.expected`,
    { subject },
  );
