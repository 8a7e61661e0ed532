import type { Config } from '../../model/config.js';
import { sha256Hex, withoutAccents } from '../../store/dialect.js';
import { type Query, quoteText } from '../../store/store.js';
import { subjectKey } from './subjects.js';

const ofSubject = (alias: string): string =>
  `s.system_id = ${alias}.system_id AND s.key_type = ${alias}.key_type AND s.subject_key = ${subjectKey(alias)}`;

/** Rows of identity_keys name the type of the value, so the type of the subject itself decides on case. */
const valuesOf = (condition: string, key: string): string => `
  SELECT s.subject_id, s.system_id, k.key_type, k.value_norm
  FROM std_identity_keys k JOIN work_subjects s ON s.system_id = k.system_id AND s.subject_key = ${key}
  WHERE ${condition} AND k.value_norm IS NOT NULL`;

/** Every further value known of a subject: its own key, and its rows of identity_keys. */
const values = `
  SELECT subject_id, system_id, key_type, subject_key AS value FROM work_subjects
  UNION ${valuesOf(`s.key_type <> 'email'`, 'k.subject_key')}
  UNION ${valuesOf(`s.key_type = 'email'`, 'lower(k.subject_key)')}`;

/** Addresses that customer records state count as keys where an address is declared shared. */
const shareable = (type: string): string =>
  type === 'email'
    ? `(SELECT subject_id, system_id, key_type, CASE WHEN key_type = 'email' THEN lower(value) ELSE value END AS value
        FROM work_values UNION SELECT subject_id, system_id, 'email', email FROM work_people WHERE email IS NOT NULL)`
    : 'work_values';

const sharedKeys = (config: Config): string[] =>
  (config.identity?.shared_keys ?? []).map(
    (group, i) => `
  SELECT subject_id, 'shared:${i}:' || value AS key, false AS personal FROM ${shareable(group.key_type)} v
  WHERE key_type = ${quoteText(group.key_type)} AND system_id IN (${group.systems.map(quoteText).join(', ')})`,
  );

const nationalId = `
  SELECT subject_id, 'nid:' || value AS key, false AS personal FROM work_values WHERE key_type = 'national_id_hash'`;

/** Subjects known by one address are one contact, whatever system keeps it. */
const sameMailbox = `
  SELECT subject_id, 'mail:' || mailbox AS key, false AS personal FROM work_mailboxes WHERE own`;

const mailboxes = `
  SELECT subject_id, own, CASE WHEN key_type = 'email' THEN ${sha256Hex('lower(value)')} ELSE lower(value) END AS mailbox
  FROM (
    SELECT subject_id, key_type, subject_key AS value, true AS own FROM work_subjects
    WHERE key_type IN ('email', 'email_sha256')
    UNION SELECT subject_id, key_type, value, false FROM work_values WHERE key_type IN ('email', 'email_sha256')
    UNION SELECT subject_id, 'email', email, false FROM work_people WHERE email IS NOT NULL
  ) m`;

const familyName = withoutAccents(`lower(coalesce(c.family_name, regexp_extract(c.full_name, '[^ ]+$')))`);
const phone = `regexp_replace(regexp_replace(c.phone, '[^0-9+]', '', 'g'), '^00', '+')`;

const people = `
  SELECT DISTINCT s.subject_id, s.system_id, lower(c.email) AS email, ${phone} AS phone,
         CAST(c.date_of_birth AS VARCHAR) AS born, ${familyName} AS family
  FROM std_customers c JOIN work_subjects s ON ${ofSubject('c')}`;

/** Facts about a person that only together identify: each alone is shared in households. */
const combinations = `
  SELECT subject_id, 'ed:' || email || '|' || born AS key, true AS personal FROM work_people
  WHERE email IS NOT NULL AND born IS NOT NULL
  UNION ALL
  SELECT subject_id, 'pd:' || phone || '|' || born, true FROM work_people
  WHERE phone IS NOT NULL AND born IS NOT NULL
  UNION ALL
  SELECT subject_id, 'es:' || email || '|' || family, true FROM work_people
  WHERE email IS NOT NULL AND family IS NOT NULL AND (email, family) IN (
    SELECT email, family FROM work_people GROUP BY email, family HAVING count(DISTINCT born) <= 1)`;

/** A combination held by many subjects of one system is a placeholder or an office, and links nobody. */
const crowded = (limit: number): string => `
  SELECT k.key FROM work_all_keys k JOIN work_subjects s ON s.subject_id = k.subject_id
  WHERE k.personal GROUP BY k.key, s.system_id HAVING count(*) > ${limit}`;

/**
 * `work_keys(subject_id, key_id)`: the deterministic keys by which subjects are one person, strongest kinds only:
 * declared shared keys, national id, one mailbox, and e-mail or telephone together with date of birth or family name.
 * A family that shares mailbox and name is told apart by dates of birth.
 */
export async function createKeys(store: Query, config: Config): Promise<void> {
  const limit = config.identity?.shared_value_limit ?? 5;
  const parts = [...sharedKeys(config), nationalId, sameMailbox, combinations];
  await store.run(`
    CREATE TABLE work_values AS ${values};
    CREATE TABLE work_people AS ${people};
    CREATE TABLE work_mailboxes AS ${mailboxes};
    CREATE TABLE work_all_keys AS SELECT DISTINCT subject_id, key, personal FROM (${parts.join('\n UNION ALL \n')}) k;
    CREATE TABLE work_keys AS
    SELECT k.subject_id, n.key_id FROM work_all_keys k
    JOIN (SELECT key, row_number() OVER (ORDER BY key) AS key_id FROM work_all_keys
          GROUP BY key HAVING count(*) > 1) n ON n.key = k.key
    WHERE k.key NOT IN (${crowded(limit)});
    DROP TABLE work_all_keys`);
}
