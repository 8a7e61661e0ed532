import { describe, expect, test } from 'vitest';
import { judgeName } from '../../../src/facts/checks/judge-name.js';
import type { Row } from '../../../src/store/store.js';
import { customer, foundIn, send } from './world.js';

describe('a name on a message', () => {
  test.each([
    ['Jonathan Smith', ['Jonathan Smith'], 'own'],
    ['Mr. J. Smith', ['Jonathan Smith'], 'own'],
    ['SMITH, JONATHAN', ['Jonathan Smith'], 'own'],
    ['Jonathan Peter Smith', ['Jonathan Smith'], 'own'],
    ['محمد الحسيني', ['Mohammed Al Husseini'], 'own'],
    ['Muller', ['Jürgen Müller'], 'own'],
    ['Jonathan Smtih', ['Jonathan Smith'], 'slip'],
    ['Jonatan Smyth', ['Jonathan Smith'], 'other'],
    ['Jonathan Smirh', ['Jonathan Smith'], 'slip'],
    ['Jonathan Smith', ['Jonathon Smith'], 'own'],
    ['Leo Berg', ['Lea Berg'], 'other'],
    ['{{first_name}} Smith', ['Jonathan Smith'], 'broken'],
    ['null', ['Jonathan Smith'], 'broken'],
    ['JÃ¼rgen MÃ¼ller', ['Jürgen Müller'], 'broken'],
    ['M?ller', ['Jürgen Müller'], 'broken'],
    ['Valued customer', ['Jonathan Smith'], 'other'],
    ['Null', ['Null'], 'own'],
  ])('%s beside %o is %s', (stated, own, verdict) => {
    expect(judgeName(stated, own)).toBe(verdict);
  });
});

const anna = customer('A', {
  full_name: 'Anna Bergström',
  date_of_birth: '1970-02-03',
  email: 'anna@example.com',
});
const omar = customer('B', {
  full_name: 'Omar Haddad',
  date_of_birth: '1980-05-06',
  email: 'omar@example.com',
});
const found = (
  customers: readonly Row[],
  sends: readonly Row[],
  more: Readonly<Record<string, readonly Row[]>> = {},
) => foundIn({ customers, sends: [...right, ...sends], ...more }, ['wrong_name']);
/** Most of what a sender writes is right, or it is another field. */
const right = Array.from({ length: 6 }, (_, i) => send(`r${i}`, 'A', { recipient_name: 'Anna Bergström' }));
const named = (recipient_name: string, more: Row = {}): Row => send('m', 'A', { recipient_name, ...more });

test.each([
  ['a slip', 'Anna Bergtsröm'],
  ['a placeholder', 'Dear {{name}}'],
  ['the name of another customer', 'OMAR HADDAD'],
])('%s is found', async (_, name) => {
  expect(await found([anna, omar], [named(name)])).toEqual(['wrong_name m']);
});

test.each<[string, string, readonly Row[], Readonly<Record<string, readonly Row[]>>]>([
  [
    'a name another system has of the person',
    'Anna Lind',
    [customer('A', { full_name: 'Anna Lind', system_id: 'crm' })],
    {
      identity_keys: [
        { system_id: 'core', subject_key: 'A', key_type: 'account_no', value_norm: '1' },
        { system_id: 'crm', subject_key: 'A', key_type: 'account_no', value_norm: '1' },
      ],
    },
  ],
  ['a name nobody has', 'Berg Trading Ltd', [], {}],
  ['a salutation', 'Dear customer', [], {}],
  [
    'the joint holder of an account',
    'Omar Haddad',
    [],
    {
      identity_keys: ['A', 'B'].map((subject_key) => ({
        system_id: 'core',
        subject_key,
        key_type: 'account_no',
        value_norm: '77',
      })),
    },
  ],
  [
    'a maiden name that somebody else has, too',
    'Anna Novak',
    [customer('C', { full_name: 'Anna Novak' })],
    {},
  ],
])('%s is left alone', async (_, name, customers, more) => {
  expect(await found([anna, omar, ...customers], [named(name)], more)).toEqual([]);
});

test.each<[string, Row, readonly Row[]]>([
  [
    'several senders write the same',
    {},
    [send('m2', 'A', { recipient_name: 'Anna Bergtsröm', system_id: 'crm' })],
  ],
  [
    'the address has it so',
    { recipient_name: 'Anna Bergtsrom', contact_point: 'anna.bergtsrom@example.com' },
    [],
  ],
])('a slip is taken for one of the record where %s', async (_, more, sends) => {
  const alike = { ...anna, system_id: 'crm' };
  expect(await found([anna, omar, alike], [named('Anna Bergtsröm', more), ...sends])).toEqual([]);
});

test('a sender who writes something else for a name is not judged by it', async () => {
  const others = Array.from({ length: 9 }, (_, i) =>
    send(`x${i}`, 'A', { system_id: 'core', channel: 'post', recipient_name: 'Omar Haddad' }),
  );
  expect(await found([anna, omar], others)).toEqual([]);
});
