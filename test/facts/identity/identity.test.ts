import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { resolveIdentity } from '../../../src/facts/identity/index.js';
import type { Row } from '../../../src/store/store.js';
import { configWith } from '../context.js';
import { storeWith } from '../store.js';

type Tables = Record<string, Row[]>;
const digest = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');
const sha256 = (text: string) => digest('sha256', text);
const customer = (system: string, key: string, more: Row = {}): Row => ({
  system_id: system,
  subject_key: key,
  key_type: 'customer_no',
  ...more,
});

/** Groups of `system:key` that are one person, with `~` before members that are only likely. */
async function personsOf(tables: Tables, settings: Record<string, unknown> = {}): Promise<string[]> {
  const store = await storeWith(tables);
  await resolveIdentity(store, configWith(settings));
  const rows = await store.all<{ members: string }>(
    `SELECT string_agg(CASE WHEN certain THEN '' ELSE '~' END || system_id || ':' || subject_key, ' '
            ORDER BY system_id, subject_key) AS members FROM work_persons GROUP BY person_id ORDER BY members`,
  );
  store.close();
  return rows.map((row) => row.members);
}

const ana = { email: 'Ana@example.com', date_of_birth: '1980-01-02', family_name: 'Díaz' };
const shared = {
  identity: { shared_keys: [{ key_type: 'customer_no', systems: ['core', 'cards'] }], shared_value_limit: 3 },
};

const cases: { title: string; tables: Tables; settings?: Record<string, unknown>; persons: string[] }[] = [
  {
    title: 'the same number in two systems means nothing unless the key is declared shared',
    tables: { customers: [customer('core', '1'), customer('cards', '1')] },
    persons: ['cards:1', 'core:1'],
  },
  {
    title: 'a declared shared key joins its systems and no other',
    tables: { customers: [customer('core', '1'), customer('cards', '1'), customer('loans', '1')] },
    settings: shared,
    persons: ['cards:1 core:1', 'loans:1'],
  },
  {
    title: 'an address declared shared joins the customers that have it, in whatever case',
    tables: {
      customers: [customer('a', '1', { email: 'X@y.org' }), customer('b', '2', { email: 'x@y.org' })],
      preferences: [customer('c', 'x@Y.org', { key_type: 'email' })],
    },
    settings: { identity: { shared_keys: [{ key_type: 'email', systems: ['a', 'b', 'c'] }] } },
    persons: ['a:1 b:2 c:x@y.org'],
  },
  {
    title:
      'a hash of an address declared shared joins what keeps it in clear: e-mail in lower case, telephone as E.164',
    tables: {
      customers: [
        customer('a', '1', { email: 'X@y.org' }),
        customer('a', '2', { phone: '00 44 7700 900-123' }),
        customer('a', '3', { phone: '+44 7700 900124' }),
      ],
      preferences: [
        customer('c', sha256('x@y.org'), { key_type: 'email_sha256' }),
        customer('c', sha256('+447700900123'), { key_type: 'phone_sha256' }),
      ],
    },
    settings: {
      identity: {
        shared_keys: [
          { key_type: 'email_sha256', systems: ['a', 'c'] },
          { key_type: 'phone_sha256', systems: ['a', 'c'] },
        ],
      },
    },
    persons: [`a:1 c:${sha256('x@y.org')}`, `a:2 c:${sha256('+447700900123')}`, 'a:3'],
  },
  {
    title:
      'a number written as at home joins its E.164 form where the country is declared, digits in whatever script',
    tables: {
      customers: [
        customer('a', '1', { phone: '07700 900123', date_of_birth: '1980-01-02' }),
        customer('b', '2', { phone: '+44 (0)7700 900123', date_of_birth: '1980-01-02' }),
        customer('c', '3', { phone: '۰۷۷۰۰ ۹۰۰۱۲۳', date_of_birth: '1980-01-02' }),
        customer('d', '4', { phone: 'call 900123', date_of_birth: '1980-01-02' }),
      ],
      preferences: [customer('e', sha256('+447700900123'), { key_type: 'phone_sha256' })],
    },
    settings: {
      identity: {
        phone_region: 'gb',
        shared_keys: [{ key_type: 'phone_sha256', systems: ['a', 'e'] }],
      },
    },
    persons: [`a:1 b:2 c:3 e:${sha256('+447700900123')}`, 'd:4'],
  },
  {
    title: 'hashes by MD5 and SHA-1 join the address in clear, in whatever case',
    tables: {
      preferences: [
        customer('a', 'x@y.org', { key_type: 'email' }),
        customer('b', digest('md5', 'x@y.org').toUpperCase(), { key_type: 'email_sha256' }),
        customer('c', digest('sha1', 'x@y.org'), { key_type: 'email_sha256' }),
        customer('d', digest('sha1', 'z@y.org'), { key_type: 'email_sha256' }),
      ],
    },
    persons: [
      `a:x@y.org b:${digest('md5', 'x@y.org').toUpperCase()} c:${digest('sha1', 'x@y.org')}`,
      `d:${digest('sha1', 'z@y.org')}`,
    ],
  },
  {
    title: 'a declared salt stands before the address, in the systems that use it',
    tables: {
      preferences: [
        customer('a', 'x@y.org', { key_type: 'email' }),
        customer('b', sha256('pepperx@y.org'), { key_type: 'email_sha256' }),
        customer('c', sha256('x@y.org'), { key_type: 'email_sha256' }),
        customer('d', sha256('saltx@y.org'), { key_type: 'email_sha256' }),
      ],
    },
    settings: { identity: { hash_salt: 'pepper' } },
    persons: [`a:x@y.org b:${sha256('pepperx@y.org')} c:${sha256('x@y.org')}`, `d:${sha256('saltx@y.org')}`],
  },
  {
    title: 'e-mail with date of birth joins, whatever the case of the address',
    tables: {
      customers: [
        customer('a', '1', ana),
        customer('b', '9', { email: 'ana@EXAMPLE.com', date_of_birth: '1980-01-02' }),
      ],
    },
    persons: ['a:1 b:9'],
  },
  {
    title: 'e-mail with family name joins without regard to accents, if nobody of that name differs in birth',
    tables: {
      customers: [
        customer('a', '1', ana),
        customer('b', '9', { email: 'ana@example.com', full_name: 'Ana DIAZ' }),
      ],
    },
    persons: ['a:1 b:9'],
  },
  {
    title: 'a family with one mailbox and one name stays apart',
    tables: {
      customers: [customer('a', '1', ana), customer('a', '2', { ...ana, date_of_birth: '2005-05-05' })],
    },
    persons: ['a:1', 'a:2'],
  },
  {
    title: 'twins with one mailbox and one telephone stay apart, and each joins the own records elsewhere',
    tables: {
      customers: [
        customer('a', '1', { ...ana, given_name: 'Ana' }),
        customer('a', '2', { ...ana, given_name: 'Benita' }),
        customer('b', '7', { ...ana, full_name: 'BENITA DÍAZ' }),
      ],
    },
    persons: ['a:1', 'a:2 b:7'],
  },
  {
    title:
      'a child whose date of birth is unknown does not join the parent with the same mailbox and family name',
    tables: {
      customers: [
        customer('a', '1', { ...ana, given_name: 'Ana' }),
        customer('b', '2', { email: 'ana@example.com', given_name: 'Tom', family_name: 'Diaz' }),
      ],
    },
    persons: ['a:1', 'b:2'],
  },
  {
    title: 'another spelling or script of the given name, or its first letter, is no other person',
    tables: {
      customers: [
        customer('a', '1', { ...ana, given_name: 'Mohammed' }),
        customer('b', '2', { ...ana, given_name: 'Muhammad' }),
        customer('c', '3', { ...ana, given_name: 'محمد' }),
        customer('d', '4', { ...ana, given_name: 'M.' }),
      ],
    },
    persons: ['a:1 b:2 c:3 d:4'],
  },
  {
    title: 'nobody known in another script only joins a family by what the family shares',
    tables: {
      customers: [
        customer('a', '1', { ...ana, given_name: 'Reza' }),
        customer('b', '2', { ...ana, given_name: 'Ian', phone: '+44 7700 900001' }),
        customer('c', '3', { ...ana, given_name: 'رضا' }),
      ],
    },
    persons: ['a:1', 'b:2', 'c:3'],
  },
  {
    title: 'two records of a system that keeps one a person are two persons',
    tables: {
      systems: [
        { system_id: 'a', name: 'A', silo_id: 's', deduplicated: true },
        { system_id: 'b', name: 'B', silo_id: 's' },
      ],
      customers: [customer('a', '1', ana), customer('a', '2', ana), customer('b', '3', ana)],
    },
    persons: ['a:1', 'a:2', 'b:3'],
  },
  {
    title: 'different national ids are different persons',
    tables: {
      customers: [customer('a', '1', ana), customer('b', '2', ana)],
      identity_keys: [
        { system_id: 'a', subject_key: '1', key_type: 'national_id_hash', value_norm: 'h' },
        { system_id: 'b', subject_key: '2', key_type: 'national_id_hash', value_norm: 'i' },
      ],
    },
    persons: ['a:1', 'b:2'],
  },
  {
    title: 'telephone with date of birth joins spellings of the same number',
    tables: {
      customers: [
        customer('a', '1', { phone: '+44 7700 900001', date_of_birth: '1980-01-02' }),
        customer('b', '2', { phone: '00447700900001', date_of_birth: '1980-01-02' }),
      ],
    },
    persons: ['a:1 b:2'],
  },
  {
    title: 'further keys of a record chain systems together',
    tables: {
      customers: [
        customer('core', '1'),
        customer('app', 'u7', { key_type: 'user_id' }),
        customer('other', '5'),
      ],
      identity_keys: [
        { system_id: 'app', subject_key: 'u7', key_type: 'customer_no', value_norm: '1' },
        { system_id: 'core', subject_key: '1', key_type: 'national_id_hash', value_norm: 'h' },
        { system_id: 'other', subject_key: '5', key_type: 'national_id_hash', value_norm: 'h' },
      ],
    },
    settings: { identity: { shared_keys: [{ key_type: 'customer_no', systems: ['core', 'app'] }] } },
    persons: ['app:u7 core:1 other:5'],
  },
  {
    title: 'a contact known by mailbox alone, plain or hashed, joins the only person who has it, as likely',
    tables: {
      customers: [customer('a', '1', ana)],
      preferences: [
        { system_id: 'mail', subject_key: 'ANA@example.com', key_type: 'email' },
        { system_id: 'stop', subject_key: sha256('ana@example.com'), key_type: 'email_sha256' },
      ],
    },
    persons: [`a:1 ~mail:ana@example.com ~stop:${sha256('ana@example.com')}`],
  },
  {
    title:
      'a record that states a mailbox and nothing else joins the only person who has it, and hides nobody from it',
    tables: {
      customers: [customer('a', '1', ana), customer('tool', 's1', { email: ana.email })],
      preferences: [{ system_id: 'stop', subject_key: sha256('ana@example.com'), key_type: 'email_sha256' }],
    },
    persons: [`a:1 ~stop:${sha256('ana@example.com')} ~tool:s1`],
  },
  {
    title: 'two such records of one system join nobody; one each of two systems join each other',
    tables: {
      customers: [
        customer('a', '1', ana),
        ...['s1', 's2'].map((key) => customer('tool', key, { email: ana.email })),
        ...['x', 'y'].map((system) => customer(system, 'bo', { email: 'bo@example.com' })),
      ],
    },
    persons: ['a:1', 'tool:s1', 'tool:s2', 'x:bo ~y:bo'],
  },
  {
    title: 'a mailbox of two persons joins neither',
    tables: {
      customers: [customer('a', '1', ana), customer('a', '2', { ...ana, date_of_birth: '2005-05-05' })],
      preferences: [{ system_id: 'mail', subject_key: 'ana@example.com', key_type: 'email' }],
    },
    persons: ['a:1', 'a:2', 'mail:ana@example.com'],
  },
  {
    title: 'a value that many records of one system share is a placeholder and joins nobody',
    tables: { customers: ['1', '2', '3', '4'].map((key) => customer('core', key, ana)) },
    settings: shared,
    persons: ['core:1', 'core:2', 'core:3', 'core:4'],
  },
];

describe('persons', () => {
  it.each(cases)('$title', async ({ tables, settings, persons }) => {
    expect(await personsOf(tables, settings)).toEqual(persons);
  });
});
