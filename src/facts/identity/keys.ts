import type { Config } from '../../model/config.js';
import { withoutAccents } from '../../store/dialect.js';
import { type Query, quoteText } from '../../store/store.js';
import { ambiguous, createCombinations, personalKeys } from './combinations.js';
import { type Digest, digests } from './digests.js';
import { createPhones, dialled, phoneOf } from './phones.js';
import { subjectCode } from './subjects.js';

/** Rows of identity_keys name the type of the value, so the type of the subject itself decides on case. */
const valuesOf = (condition: string, key: string): string => `
  SELECT s.subject_id, s.system_id, k.key_type, k.value_norm
  FROM std_identity_keys k JOIN work_subjects s ON s.system_id = k.system_id AND s.subject_key = ${key}
  WHERE ${condition} AND k.value_norm IS NOT NULL`;

/** Further values known of a subject. */
const furtherValues = `
  ${valuesOf(`s.key_type <> 'email'`, 'k.subject_key')} UNION ${valuesOf(`s.key_type = 'email'`, 'lower(k.subject_key)')}`;

/** Every value known of a subject: its own key, and its rows of identity_keys; some stand twice. */
const values = `(
  SELECT subject_id, system_id, key_type, subject_key AS value FROM work_subjects
  UNION ALL SELECT subject_id, system_id, key_type, value_norm FROM work_values)`;

interface Address {
  /** Key type of the address in clear, and its column in `work_people`. */
  readonly clear: string;
  readonly column: string;
  readonly form: (value: string) => string;
  readonly hashed: boolean;
}

const email = { clear: 'email', column: 'email', form: (value: string) => `lower(${value})` };
const phone = { clear: 'phone_e164', column: 'phone', form: dialled };

/**
 * How addresses become keys. Who hashes them is taken to have put them into one form before, for else nothing would
 * match: e-mail in lower case, telephone numbers as E.164; then into hexadecimal digits.
 */
const addresses: Readonly<Record<string, Address>> = {
  email: { ...email, hashed: false },
  email_sha256: { ...email, hashed: true },
  phone_e164: { ...phone, hashed: false },
  phone_sha256: { ...phone, hashed: true },
};

const asStated: Digest = { of: (value) => value, when: '' };
const where = (...conditions: string[]): string =>
  `WHERE ${conditions.filter((condition) => condition !== '').join(' AND ')}`;

/** Addresses that customer records state, and those in clear, count as keys where an address or its hash is declared shared. */
function shareable(type: string, config: Config): string {
  const address = addresses[type];
  if (address === undefined) return values;
  const { clear, column, form, hashed } = address;
  const parts = (hashed ? digests(config) : [asStated]).flatMap(({ of, when }) => [
    `SELECT subject_id, system_id, '${type}' AS key_type, ${of(form('value'))} AS value FROM ${values} v
     ${where(`key_type = '${clear}'`, when)}`,
    `SELECT subject_id, system_id, '${type}', ${of(form(column))} FROM work_people ${where(`${column} IS NOT NULL`, when)}`,
  ]);
  const own = `SELECT subject_id, system_id, key_type, lower(value) FROM ${values} h WHERE key_type = '${type}'`;
  return `(${[...parts, ...(hashed ? [own] : [])].join(' UNION ALL ')})`;
}

const sharedKeys = (config: Config): string[] =>
  (config.identity?.shared_keys ?? []).map(
    (group) => `
  SELECT subject_id, value AS key, false AS personal FROM ${shareable(group.key_type, config)} v
  WHERE key_type = ${quoteText(group.key_type)} AND system_id IN (${group.systems.map(quoteText).join(', ')})`,
  );

const nationalId = `
  SELECT subject_id, value AS key, false AS personal FROM ${values} v WHERE key_type = 'national_id_hash'`;

/** Subjects known by one address are one contact, whatever system keeps it. */
const sameMailbox = `
  SELECT subject_id, mailbox AS key, false AS personal FROM work_mailboxes WHERE own`;

/** Mailboxes by their hash, in every way in which systems hash: what is known by hash only meets what is known in clear. */
const mailboxes = (config: Config): string => `
  WITH m AS (
    SELECT subject_id, key_type, subject_key AS value, true AS own FROM work_subjects
    WHERE key_type IN ('email', 'email_sha256')
    UNION SELECT subject_id, key_type, value, false FROM ${values} v WHERE key_type IN ('email', 'email_sha256')
    UNION SELECT subject_id, 'email', email, false FROM work_people WHERE email IS NOT NULL)
  ${digests(config)
    .map(
      ({ of, when }) =>
        `SELECT subject_id, own, ${of('lower(value)')} AS mailbox FROM m ${where(`key_type = 'email'`, when)}`,
    )
    .join(' UNION ALL ')}
  UNION ALL SELECT subject_id, own, lower(value) FROM m WHERE key_type = 'email_sha256'`;

const familyName = withoutAccents(`lower(coalesce(c.family_name, regexp_extract(c.full_name, '[^ ]+$')))`);
const givenName = withoutAccents(`lower(coalesce(c.given_name, regexp_extract(c.full_name, '^[^ ]+')))`);
const people = ({ number, join }: ReturnType<typeof phoneOf>): string => `
  SELECT DISTINCT s.subject_id, s.system_id, lower(c.email) AS email, ${number} AS phone,
         CAST(c.date_of_birth AS VARCHAR) AS born, ${familyName} AS family, ${givenName} AS given
  FROM std_customers c JOIN work_subjects s ON s.subject_code = ${subjectCode('c')} ${join}`;

/** Keys of one kind meet only their like. */
const allKeys = (config: Config): string =>
  [...sharedKeys(config), nationalId, sameMailbox, personalKeys]
    .map((part, kind) => `SELECT subject_id, ${kind} AS kind, key, personal FROM (${part}) k`)
    .join('\n UNION ALL \n');

/**
 * `work_keys(subject_id, key_id)`: the deterministic keys by which subjects are one person, strongest kinds only:
 * declared shared keys, national id, one mailbox, and e-mail or telephone together with date of birth or family name.
 * A family that shares mailbox and name is told apart by dates of birth, twins by given names. A key's number is that
 * of the first subject that has it.
 */
export async function createKeys(store: Query, config: Config): Promise<void> {
  const limit = config.identity?.shared_value_limit ?? 5;
  const region = config.identity?.phone_region;
  if (region !== undefined) await createPhones(store, region);
  await store.run(`
    CREATE TABLE work_values AS ${furtherValues};
    CREATE TABLE work_people AS ${people(phoneOf(region !== undefined))};
    CREATE TABLE work_mailboxes AS ${mailboxes(config)};
    ${createCombinations};
    CREATE TABLE work_all_keys AS ${allKeys(config)};
    CREATE TABLE work_keys AS
    WITH ambiguous AS (${ambiguous(limit)}),
    several AS (
      SELECT kind, key, min(subject_id) AS key_id FROM work_all_keys
      GROUP BY kind, key HAVING min(subject_id) <> max(subject_id))
    SELECT DISTINCT k.subject_id, s.key_id
    FROM work_all_keys k JOIN several s ON s.key = k.key AND s.kind = k.kind
    WHERE NOT EXISTS (SELECT 1 FROM ambiguous c WHERE c.key = k.key AND c.kind = k.kind);
    DROP TABLE IF EXISTS work_phones;
    DROP TABLE work_all_keys; DROP TABLE work_combinations; DROP TABLE work_families`);
}
