import type { Config } from '../../model/config.js';
import type { Query } from '../../store/store.js';
import { createComponents } from './components.js';
import { createKeys } from './keys.js';
import { joinAlike, joinNobodyAlike } from './likeness.js';
import { createSubjects } from './subjects.js';

const labelled = `
  CREATE TABLE work_labelled AS
  SELECT s.*, coalesce(l.label, s.subject_id) AS label
  FROM work_subjects s LEFT JOIN work_labels l ON l.subject_id = s.subject_id;
  DROP TABLE work_labels; DROP TABLE work_subjects`;

/** Records that state a mailbox and nothing else of whom they are about, and are the only one of their system with it. */
const bare = `
  SELECT label FROM work_labelled l
  WHERE key_type NOT IN ('email', 'email_sha256')
    AND subject_id NOT IN (SELECT subject_id FROM work_people WHERE coalesce(phone, born, family, given) IS NOT NULL)
    AND subject_id NOT IN (SELECT subject_id FROM work_values WHERE key_type NOT IN ('email', 'email_sha256'))
    AND label NOT IN (SELECT label FROM work_labelled GROUP BY label HAVING min(subject_id) <> max(subject_id))
    AND label NOT IN (
      SELECT b.label FROM boxes b JOIN (
        SELECT mailbox, system_id FROM boxes GROUP BY mailbox, system_id HAVING min(label) <> max(label)) c
      ON c.mailbox = b.mailbox AND c.system_id = b.system_id)
    AND label IN (SELECT label FROM boxes)`;

/**
 * Contacts known by mailbox alone join the only person who has that mailbox, first of those of whom more is known; a
 * mailbox of two persons (a household) joins neither. Where nothing but the mailbox is known to any system, the mailbox is
 * the person. Everybody else is certain.
 */
const persons = `
  CREATE TABLE work_persons AS
  WITH boxes AS (
    SELECT m.mailbox, l.label, l.system_id FROM work_mailboxes m JOIN work_labelled l ON l.subject_id = m.subject_id),
  contacts AS (
    SELECT label FROM work_labelled WHERE label IN (SELECT label FROM boxes)
    GROUP BY label HAVING bool_and(key_type IN ('email', 'email_sha256'))),
  bare AS (${bare}),
  holders AS (
    SELECT b.mailbox, b.label, r.label IS NULL AS known FROM boxes b LEFT JOIN bare r ON r.label = b.label
    WHERE b.label NOT IN (SELECT label FROM contacts)),
  best AS (SELECT mailbox, bool_or(known) AS known FROM holders GROUP BY mailbox),
  only_holder AS (
    SELECT h.mailbox, min(h.label) AS label FROM holders h
    JOIN best b ON b.mailbox = h.mailbox AND b.known = h.known
    GROUP BY h.mailbox HAVING min(h.label) = max(h.label) OR NOT bool_or(h.known)),
  joined AS (
    SELECT b.label AS contact, min(h.label) AS label
    FROM boxes b JOIN only_holder h ON h.mailbox = b.mailbox
    WHERE b.label <> h.label AND (b.label IN (SELECT label FROM contacts) OR b.label IN (SELECT label FROM bare))
    GROUP BY b.label HAVING min(h.label) = max(h.label))
  SELECT l.subject_id, l.subject_code, l.system_id, l.key_type, l.subject_key,
         coalesce(aj.person_id, al.person_id, j.label, l.label) AS person_id,
         j.label IS NULL AND al.label IS NULL AS certain,
         CASE WHEN j.label IS NULL AND al.label IS NULL THEN 'certain' ELSE 'likely' END AS band,
         CASE WHEN al.label IS NOT NULL THEN 'likeness' WHEN j.label IS NOT NULL THEN 'mailbox' ELSE 'key' END AS basis
  FROM work_labelled l LEFT JOIN joined j ON j.contact = l.label
  LEFT JOIN work_joined_alone al ON al.label = l.label LEFT JOIN work_joined_alone aj ON aj.label = j.label`;

/**
 * `work_persons(subject_id, subject_code, system_id, key_type, subject_key, person_id, certain, band, basis)`: which person
 * each system's key means, by `key`, by a `mailbox` alone, or by `likeness` of what records state, which is never
 * certain. Join records with `joinPerson` of
 * `subjects.ts`, which compares one number instead of three texts.
 */
export async function resolveIdentity(store: Query, config: Config): Promise<void> {
  await createSubjects(store);
  await createKeys(store, config);
  await createComponents(store);
  await store.run(labelled);
  await (config.identity?.probabilistic === false ? joinNobodyAlike(store) : joinAlike(store));
  await store.run(`${persons};
    DROP TABLE work_labelled; DROP TABLE work_keys; DROP TABLE work_values; DROP TABLE work_mailboxes;
    DROP TABLE work_people; DROP TABLE work_joined_alone`);
}
