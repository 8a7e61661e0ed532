import { toMs } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { rowCode } from '../evidence.js';
import { joinPerson } from '../identity/subjects.js';
import { createContacts } from './contacts.js';
import { findContradictions } from './contradictions.js';
import { addFound } from './found.js';
import { findMissing } from './missing.js';
import { findWrongNames } from './names.js';
import { findWrongRecipients } from './recipients.js';
import { staleAddresses } from './stale.js';
import { findWrongValues } from './values.js';

/** Messages that other facts know to be wrong, as `addFound` takes them. */
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

/** What there is to compare, so that nothing is scanned in vain. */
const present = `
  SELECT (SELECT sum(late) FROM work_sent) > 0 AS late,
         (SELECT sum(named) FROM work_sent) > 0
           AND (SELECT count(*) FROM std_customers) + (SELECT count(*) FROM std_master_values) > 0 AS names,
         (SELECT bool_or(point IS NOT NULL) FROM work_send_rows)
           AND (SELECT count(*) FROM std_customers) + (SELECT count(*) FROM std_master_values) > 0 AS points,
         (SELECT count(*) FROM std_message_values) > 0 AS "values"`;

/**
 * Adds to `work_found_errors` what violations, repetitions, languages, due times, addresses, names, values, other channels and gaps in regular messages tell; needs their tables,
 * and drops `work_ignored`, which nothing else reads.
 */
export async function gatherFound(store: Query, { graph }: Pick<FactContext, 'graph'>): Promise<void> {
  await addFound(store, known);
  const [has] = await store.all<Record<string, boolean | null>>(`${present} ORDER BY late`);
  if (has!.late === true) await addFound(store, late);
  if (has!.points === true || has!.values === true || has!.names === true) {
    await createContacts(store);
    if (has!.points === true) {
      await addFound(store, staleAddresses(graph.agreed));
      await findWrongRecipients(store);
    }
    if (has!.names === true) await findWrongNames(store);
    if (has!.values === true) await findWrongValues(store);
    await store.run('DROP TABLE work_contacts');
  }
  if (has!.values === true) await findContradictions(store);
  await findMissing(store);
  await store.run('DROP TABLE work_ignored');
}
