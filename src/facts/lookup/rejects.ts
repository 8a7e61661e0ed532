import type { Lookup } from './affected.js';
import { streamAffected } from './affected.js';

/** The rows of `source:<file>` that were set aside. */
export const rejects: Lookup = (store, subject) =>
  streamAffected(
    store,
    `SELECT CAST(NULL AS BIGINT) AS person_id, CAST(NULL AS VARCHAR) AS system_id, CAST(NULL AS VARCHAR) AS key_type,
            CAST(NULL AS VARCHAR) AS subject_key, CAST(r.source AS BIGINT) * 1099511627776 + r."row" AS code
     FROM std_rejects r JOIN std_sources f ON f.source = r.source WHERE 'source:' || f.file = $subject`,
    { subject },
  );
