import { createHash } from 'node:crypto';
import { sha256Hex } from '../../../store/dialect.js';
import { type Query, quoteText, type Row } from '../../../store/store.js';
import { findPerson, normaliseKey } from '../../identity/subjects.js';

/** One system's record of a person, as a key led to it. */
export interface Match extends Row {
  readonly person_id: number;
  readonly system_id: string;
  readonly key_type: string;
  readonly subject_key: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const isPhone = (key: string): boolean => /^[+\d\s().\-/]{7,}$/.test(key) && /\d{6}/.test(dialled(key));
const dialled = (key: string): string => key.replaceAll(/[^\d+]/g, '').replace(/^00/, '+');
const isHash = (key: string): boolean => /^[\da-f]{64}$/i.test(key);

/** How systems may write what was typed: as it is, in lower case, as E.164 writes numbers, and hashed. */
export function formsOf(key: string): string[] {
  const lower = key.toLowerCase();
  const plain = [key, lower, ...(isPhone(key) ? [dialled(key)] : [])];
  return [...new Set([...plain, ...plain.map(sha256)])];
}

const columns = 'w.person_id, w.system_id, w.key_type, w.subject_key';
/** Rows of identity_keys name the type of the value, so the type of the subject itself decides on case. */
const holder = `
  JOIN work_persons w ON w.system_id = k.system_id AND w.subject_key = ${normaliseKey('w.key_type', 'k.subject_key')}`;
const number = `regexp_replace(regexp_replace(c.phone, '[^0-9+]', '', 'g'), '^00', '+')`;

/** By the keys of systems, their further keys, and the addresses of their customers. */
const byForms = (forms: string): string => `
  SELECT ${columns} FROM work_persons w WHERE w.subject_key IN (${forms})
  UNION SELECT ${columns} FROM std_identity_keys k ${holder} WHERE k.value_norm IN (${forms})
  UNION SELECT ${columns} FROM std_customers c ${findPerson('c')}
        WHERE lower(c.email) IN (${forms}) OR ${number} IN (${forms})`;

/** A hash may be that of an address which systems keep in clear. */
const byHash = (hash: string): string => `
  SELECT ${columns} FROM work_persons w
  WHERE w.key_type IN ('email', 'phone_e164') AND ${sha256Hex('w.subject_key')} = ${hash}
  UNION SELECT ${columns} FROM std_customers c ${findPerson('c')}
        WHERE ${sha256Hex('lower(c.email)')} = ${hash} OR ${sha256Hex(number)} = ${hash}`;

const ordered = (matches: string): string =>
  `SELECT DISTINCT m.* FROM (${matches}) m WHERE $system = '' OR m.system_id = $system
   ORDER BY person_id, system_id, key_type, subject_key`;

/** Every record that a key of any system, an address or the hash of one leads to; in `system` alone unless it is empty. */
export async function findByKey(store: Query, key: string, system = ''): Promise<Match[]> {
  const forms = formsOf(key).map(quoteText).join(', ');
  const found = await store.all<Match>(ordered(byForms(forms)), { system });
  if (found.length > 0 || !isHash(key)) return found;
  return store.all<Match>(ordered(byHash(quoteText(key.toLowerCase()))), { system });
}

/** HMAC-SHA256 (RFC 2104) of text in the engine: a million persons are looked through in about a second. */
const hmac = (text: string): string =>
  sha256Hex(`unhex($outer) || unhex(${sha256Hex(`unhex($inner) || encode(${text})`)})`);

const padded = (key: Uint8Array, byte: number): string => {
  const short = key.length > 64 ? createHash('sha256').update(key).digest() : Buffer.from(key);
  return Buffer.from(Array.from({ length: 64 }, (_, i) => (short[i] ?? 0) ^ byte)).toString('hex');
};

/** The person whose pseudonym in reports begins with these hexadecimal digits, under the key of the reports. */
export function findByPseudonym(store: Query, digits: string, key: Uint8Array): Promise<Match[]> {
  return store.all<Match>(
    `WITH named AS (
       SELECT person_id, min(system_id || '/' || key_type || '/' || subject_key) AS person_key
       FROM work_persons GROUP BY person_id)
     SELECT ${columns} FROM work_persons w JOIN named n ON n.person_id = w.person_id
     WHERE starts_with(${hmac('n.person_key')}, $digits)
     ORDER BY w.person_id, w.system_id, w.key_type, w.subject_key`,
    { digits, inner: padded(key, 0x36), outer: padded(key, 0x5c) },
  );
}
