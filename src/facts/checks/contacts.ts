import { toMs, withoutAccents } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';
import { rowCode } from '../evidence.js';
import { dialled } from '../identity/phones.js';
import { joinPerson } from '../identity/subjects.js';

/** Words in small letters, one space between: addresses are written in many ways. */
export const foldText = (x: string): string =>
  `trim(regexp_replace(${withoutAccents(`lower(${x})`)}, '[^\\p{L}\\p{N}]+', ' ', 'g'))`;

/** What stands before the first comma or line end. */
const firstPart = (x: string): string => foldText(`regexp_extract(${x}, '^[^,;\\n|]+')`);

/** How addresses of a kind are compared: `key` finds equal ones quickly, `folded` is the whole of it. */
const forms: Readonly<Record<string, { key: (x: string) => string; folded: (x: string) => string }>> = {
  email: { key: (x) => `trim(lower(${x}))`, folded: (x) => `trim(lower(${x}))` },
  phone: { key: dialled, folded: dialled },
  post: { key: firstPart, folded: foldText },
};
export const kinds = Object.keys(forms);

/** SQL of a form of `x`, whose kind stands in `kind`. */
export const formOf = (part: 'key' | 'folded', kind: string, x: string): string =>
  `CASE ${kind} ${kinds.map((name) => `WHEN '${name}' THEN ${forms[name]![part](x)}`).join(' ')} END`;

const select = (kind: string, x: string, rest: string): string =>
  `w.person_id, '${kind}' AS kind, lower(${x}) AS point, ${forms[kind]!.key(x)} AS key, ${forms[kind]!.folded(x)} AS folded, ${rest}`;

const customers = (kind: string, column: string, city = 'NULL', postcode = 'NULL'): string => `
  SELECT ${select(kind, `c.${column}`, `${city} AS city, ${postcode} AS postcode`)},
         ${toMs('coalesce(c.updated_at, c.opened_at)')} AS since_ms, CAST(NULL AS BIGINT) AS until_ms,
         ${toMs('c.opened_at')} AS opened_ms, c.system_id, ${rowCode('c')} AS code
  FROM std_customers c ${joinPerson('c')} WHERE c.${column} IS NOT NULL`;

/** Rows without a type of key mean whoever the system knows by it. */
export const joinHolder = (alias: string): string =>
  `JOIN work_persons w ON w.system_id = ${alias}.system_id AND w.subject_key = ${alias}.subject_key`;

const further = (kind: string, keyType: string): string => `
  SELECT ${select(kind, 'k.value_norm', 'NULL, NULL')}, NULL, NULL, NULL, k.system_id, ${rowCode('k')}
  FROM std_identity_keys k ${joinHolder('k')} WHERE k.key_type = '${keyType}'`;

/** A value holds until the next one of the same record and field begins. */
const history = (kind: string, field: string): string => `
  SELECT ${select(kind, 'm.value', 'NULL, NULL')}, m.since_ms, m.until_ms, NULL, m.system_id, m.code
  FROM (SELECT v.system_id, v.subject_key, v.value, ${toMs('v.valid_from')} AS since_ms, ${rowCode('v')} AS code,
               ${toMs(`lead(v.valid_from) OVER (PARTITION BY v.system_id, v.subject_key ORDER BY v.valid_from, v._source, v._row)`)} AS until_ms
        FROM std_master_values v WHERE v.field = '${field}' AND v.value IS NOT NULL) m ${joinHolder('m')}`;

/** How a printed address usually ends; others are found by their parts. */
const usual = `UPDATE work_contacts SET point = point || ', ' || lower(city) WHERE kind = 'post' AND city IS NOT NULL`;

/**
 * Creates `work_contacts(person_id, kind, point, key, folded, city, postcode, since_ms, until_ms, opened_ms, system_id,
 * code)`: addresses that records state of persons. `since_ms` is when it is known to have been so, empty when records
 * do not tell; `until_ms` when another one took its place; `opened_ms` when the person became a customer.
 */
export async function createContacts(store: Query): Promise<void> {
  const parts = [
    customers('email', 'email'),
    customers('phone', 'phone'),
    customers('post', 'address', 'c.city', 'c.postcode'),
    further('email', 'email'),
    further('phone', 'phone_e164'),
    further('post', 'postal_address'),
    history('email', 'contact.email'),
    history('phone', 'contact.phone'),
    history('post', 'contact.postal_address'),
  ];
  await store.run(`CREATE TABLE work_contacts AS ${parts.join('\n UNION ALL ')}; ${usual}`);
}
