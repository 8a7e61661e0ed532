import type { Config } from '../../model/config.js';
import type { Query } from '../../store/store.js';
import { createComponents } from './components.js';
import { createKeys } from './keys.js';
import { createSubjects } from './subjects.js';

/**
 * Contacts known by mailbox alone join the only person who has that mailbox; a mailbox of two persons (a household)
 * joins neither. Everybody else is certain.
 */
const persons = `
  CREATE TABLE work_persons AS
  WITH contacts AS (
    SELECT l.label FROM work_labels l JOIN work_subjects s ON s.subject_id = l.subject_id
    GROUP BY l.label HAVING bool_and(s.key_type IN ('email', 'email_sha256'))),
  holders AS (
    SELECT DISTINCT m.mailbox, l.label FROM work_mailboxes m JOIN work_labels l ON l.subject_id = m.subject_id
    WHERE l.label NOT IN (SELECT label FROM contacts)),
  only_holder AS (
    SELECT mailbox, min(label) AS label FROM holders GROUP BY mailbox HAVING count(*) = 1),
  joined AS (
    SELECT l.label AS contact, min(h.label) AS label
    FROM work_mailboxes m JOIN work_labels l ON l.subject_id = m.subject_id
    JOIN only_holder h ON h.mailbox = m.mailbox
    WHERE l.label IN (SELECT label FROM contacts)
    GROUP BY l.label HAVING count(DISTINCT h.label) = 1)
  SELECT s.subject_id, s.system_id, s.key_type, s.subject_key,
         coalesce(j.label, l.label) AS person_id, j.label IS NULL AS certain
  FROM work_subjects s
  JOIN work_labels l ON l.subject_id = s.subject_id
  LEFT JOIN joined j ON j.contact = l.label`;

/**
 * `work_persons(subject_id, system_id, key_type, subject_key, person_id, certain)`: which person each system's key
 * means. Deterministic keys only; what they do not join stays apart.
 */
export async function resolveIdentity(store: Query, config: Config): Promise<void> {
  await createSubjects(store);
  await createKeys(store, config);
  await createComponents(store);
  await store.run(`${persons};
    DROP TABLE work_labels; DROP TABLE work_keys; DROP TABLE work_values; DROP TABLE work_mailboxes;
    DROP TABLE work_people; DROP TABLE work_subjects`);
}
