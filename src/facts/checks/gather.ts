import { toMs } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import { addFound } from './found.js';

/** Messages that other facts know to be wrong, as `foundColumns`. */
const known = `
  SELECT 'against_preference' AS error_class, 'preference.consent.' || channel AS field, person_id, send AS code,
         code AS proof, certain
  FROM work_ignored
  UNION ALL
  SELECT 'duplicate', NULL, person_id, code, NULL, true FROM work_repeats
  UNION ALL
  SELECT 'wrong_language', 'person.language', person_id, code, NULL, true FROM work_known_unused
  WHERE knowledge = 'wrong_language'`;

/** Messages that went out after the time they were due and the time granted for it. */
const late = `
  SELECT 'late' AS error_class, NULL AS field, w.person_id, ${rowCode('s')} AS code, NULL AS proof, w.certain
  FROM std_sends s LEFT JOIN work_deadlines d ON d.communication_id = s.communication_id ${joinPerson('s', 'LEFT JOIN')}
  WHERE ${toMs('s.sent_at')} > ${toMs('s.due_at')} + coalesce(d.deadline_ms, 0)`;

/**
 * Adds to `work_found_errors` what violations, repetitions, languages and due times tell; needs their tables, and drops
 * `work_ignored`, which nothing else reads.
 */
export async function gatherFound(store: Query): Promise<void> {
  await addFound(store, known);
  const [sent] = await store.all<{ late: number }>('SELECT sum(late) AS late FROM work_sent');
  if (Number(sent!.late) > 0) await addFound(store, late);
  await store.run('DROP TABLE work_ignored');
}
