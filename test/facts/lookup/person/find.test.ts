import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findByKey, findByPseudonym } from '../../../../src/facts/lookup/person/find.js';
import { linksOf, readKnown } from '../../../../src/facts/lookup/person/links.js';
import type { Subject } from '../../../../src/facts/lookup/person/records.js';
import type { Store } from '../../../../src/store/store.js';
import { configWith } from '../../context.js';
import { storeWithPersons } from '../../store-with-persons.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const born = { date_of_birth: '1980-02-03' };
const ada = { given_name: 'Ada', family_name: 'Lovett', email: 'ada@example.com', phone: '+44 7700 900123' };

describe('a customer', () => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithPersons({
      customers: [
        { system_id: 'crm', subject_key: '1001', key_type: 'customer_no', ...ada, ...born },
        { system_id: 'cards', subject_key: 'C-9', key_type: 'account_no', ...ada, ...born },
        {
          system_id: 'loyalty',
          subject_key: '1001',
          key_type: 'subscriber_key',
          given_name: 'Bo',
          family_name: 'Ek',
        },
      ],
      preferences: [
        {
          system_id: 'mail',
          subject_key: sha256('ada@example.com'),
          key_type: 'email_sha256',
          kind: 'consent',
          lob: '*',
          comm_type: '*',
          channel: 'email',
          value: 'opt_out',
        },
      ],
      identity_keys: [
        { system_id: 'cards', subject_key: 'C-9', key_type: 'device_id', value_norm: 'device-7' },
      ],
    });
  });
  afterAll(() => store.close());

  const systemsOf = async (key: string, system = ''): Promise<string[]> =>
    (await findByKey(store, key, system)).map(({ system_id }) => system_id);

  test.each([
    ['the key of a system', 'C-9', '', ['cards']],
    ['a key of one system alone', '1001', 'crm', ['crm']],
    ['a further key', 'device-7', '', ['cards']],
    [
      'an address in any case, and its hash where a system has that',
      'ADA@example.com',
      '',
      ['cards', 'crm', 'mail'],
    ],
    ['a telephone number however it is written', '0044 7700 900-123', '', ['cards', 'crm']],
    ['the hash of an address', sha256('ada@example.com'), '', ['mail']],
    ['the hash of a number that systems keep in clear', sha256('+447700900123'), '', ['cards', 'crm']],
    ['nothing that anybody has', 'nobody', '', []],
    ['text that would be SQL', "x' OR '1'='1", '', []],
  ])('is found by %s', async (_, key, system, found) => {
    expect((await systemsOf(key, system)).sort()).toEqual(found);
  });

  test('is two customers where a key means another in another system', async () => {
    const persons = new Set((await findByKey(store, '1001')).map(({ person_id }) => person_id));
    expect(persons.size).toBe(2);
  });

  test('is found by the pseudonym of reports, under their key only', async () => {
    const key = Buffer.from('k'.repeat(80));
    const digits = createHmac('sha256', key).update('cards/account_no/C-9').digest('hex').slice(0, 16);
    const found = await findByPseudonym(store, digits, key);
    expect(found.map(({ system_id }) => system_id)).toEqual(['cards', 'crm', 'mail']);
    expect(await findByPseudonym(store, digits, Buffer.from('other'))).toEqual([]);
  });

  test('is one by the strongest that its records share, in as few links as it takes', async () => {
    const [match] = await findByKey(store, 'C-9');
    const subjects = await store.all<Subject>(
      'SELECT subject_id, system_id, key_type, subject_key, certain FROM work_persons WHERE person_id = $person ORDER BY system_id',
      { person: match!.person_id },
    );
    const links = linksOf(subjects, await readKnown(store, match!.person_id), configWith());
    expect(
      links.map(({ from, to, basis }) => [subjects[from]!.system_id, subjects[to]!.system_id, basis]),
    ).toEqual([
      ['cards', 'crm', 'email_and_birth'],
      ['cards', 'mail', 'address_alone'],
    ]);
  });
});
