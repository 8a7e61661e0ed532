import type { Query, Row, Value } from '../../store/store.js';
import { rowOf, sourceOf } from '../evidence.js';

/** One record of one person behind a finding: the system's own key and the place of the row. */
export interface Affected extends Row {
  /** Number of the person in this run; null where the record is linked to nobody. */
  readonly person_id: number | null;
  /** The person's smallest record as `system/key_type/key`: the same in every run over the same data. */
  readonly person_key: string | null;
  readonly system_id: string | null;
  readonly key_type: string | null;
  readonly subject_key: string | null;
  readonly file: string;
  readonly row: number;
  /** Of a row set aside: column, value and what was expected; null for all others. */
  readonly column: string | null;
  readonly value: string | null;
  readonly expected: string | null;
}

/**
 * Streams every record behind a finding, in order of person, file and row. `subject` is the finding's, `settings` are
 * those of the rule's `affected.with`. Runs after the facts, on their `work_` tables.
 */
export type Lookup = (
  store: Query,
  subject: string,
  settings: Readonly<Record<string, string>>,
) => AsyncIterable<Affected[]>;

/** Streams a relation with columns `person_id, system_id, key_type, subject_key, code`. */
export function streamAffected(
  store: Query,
  relation: string,
  parameters: Readonly<Record<string, Value>>,
): AsyncIterable<Affected[]> {
  return store.stream<Affected>(
    `SELECT DISTINCT r.person_id, p.person_key, r.system_id, r.key_type, r.subject_key, f.file,
            ${rowOf('r.code')} AS "row", NULL AS "column", NULL AS value, NULL AS expected
     FROM (${relation}) r JOIN std_sources f ON f.source = ${sourceOf('r.code')}
     LEFT JOIN (SELECT person_id, min(system_id || '/' || key_type || '/' || subject_key) AS person_key
                FROM work_persons GROUP BY person_id) p ON p.person_id = r.person_id
     ORDER BY r.person_id, f.file, "row", r.system_id, r.key_type, r.subject_key`,
    parameters,
  );
}
