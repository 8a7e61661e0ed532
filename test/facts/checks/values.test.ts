import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameAmount, readAmount } from '../../../src/facts/checks/amounts.js';
import { compareValue } from '../../../src/facts/checks/compare-values.js';
import type { Row } from '../../../src/store/store.js';
import { customer, foundIn, send } from './world.js';

describe('an amount', () => {
  test.each([
    ['1,234.56', 123456n, 2, ''],
    ['1.234,56 EUR', 123456n, 2, 'EUR'],
    ['£1 234.5', 12345n, 1, '£'],
    ['٣٬٥٠٠٫٢٥', 350025n, 2, ''],
    ['1.234', 1234n, 0, ''],
    ['0.045', 45n, 3, ''],
    ["CHF 12'000", 12000n, 0, 'CHF'],
    ['(120.00) DR', 12000n, 2, ''],
  ])('is read as it is written: %s', (text, units, decimals, currency) => {
    const amount = readAmount(text);
    expect([Number(amount?.units), amount?.decimals, amount?.currency]).toEqual([
      Number(units),
      decimals,
      currency,
    ]);
  });

  test.each(['', 'none', 'about 120', '10 of 20', '1.2k', '2026-05-01', 'flat 3 left door'])(
    'is not read from what is none or vague: %s',
    (text) => {
      expect(readAmount(text)).toBeUndefined();
    },
  );

  test('is the same however it is grouped, signed, or rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom(0, 1, 2), (cents, decimals) => {
        const truth = readAmount((cents / 100).toFixed(2))!;
        const text = (cents / 100).toLocaleString('en', {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        });
        expect(isSameAmount(readAmount(`-${text}`)!, truth)).toBe(true);
        expect(isSameAmount(readAmount(((cents + 125) / 100).toFixed(2))!, truth)).toBe(false);
      }),
    );
  });
});

test.each([
  ['value.rate', '4.5 %', ['0.045'], 'same'],
  ['value.balance', 'USD 10.00', ['9.20 EUR'], 'unknown'],
  ['value.due_date', '03.05.2026', ['2026-05-04'], 'same'],
  ['value.due_date', '03.05.2026', ['2026-07-04'], 'wrong_content'],
  ['key.account_no', '****4471', ['90014471'], 'same'],
  ['key.account_no', '****4471', ['90014472'], 'unknown'],
  ['product.name', 'Gold Card', ['gold_card'], 'same'],
  ['product.name', 'Home insurance', ['Car insurance'], 'wrong_content'],
  ['person.name', 'BERG, Anna', ['Anna Berg'], 'same'],
  ['person.name', 'هدى خوري', ['Huda Khoury'], 'same'],
])('%s %s beside %s is %s', (field, stated, truths, outcome) => {
  const found = compareValue(field, stated, truths);
  expect(found.outcome === 'wrong' ? found.errorClass : found.outcome).toBe(outcome);
});

const value = (message_key: string, field: string, text: string): Row => ({
  message_key,
  field,
  value: text,
});
const truth = (
  subject_key: string,
  field: string,
  text: string,
  valid_from = '2025-01-01T00:00:00Z',
): Row => ({
  system_id: 'core',
  subject_key,
  field,
  value: text,
  valid_from,
});

/** What one message of a customer with these records stated. */
interface Case {
  readonly stated: readonly (readonly [field: string, text: string])[];
  readonly truths: readonly (readonly [field: string, text: string, since?: string])[];
}
const balance = (text: string, ...truths: (readonly [string, string, string?])[]): Case => ({
  stated: [['value.balance', text]],
  truths: truths.length > 0 ? truths : [['value.balance', '1234.56']],
});

const wrong: readonly (readonly [string, Case, string])[] = [
  ['states another balance', balance('1,284.56'), 'wrong_amount'],
  ['states in the usual currency another balance', balance('GBP 999.00'), 'wrong_amount'],
  [
    'states what was true months ago',
    balance(
      '1,000.00',
      ['value.balance', '1000.00', '2025-01-01T00:00:00Z'],
      ['value.balance', '1234.56', '2026-02-01T00:00:00Z'],
    ),
    'wrong_amount',
  ],
  [
    'states what became true weeks later',
    balance('1,000.00', ['value.balance', '1234.56'], ['value.balance', '1000.00', '2026-05-25T00:00:00Z']),
    'wrong_amount',
  ],
  [
    'states the account of somebody else',
    { stated: [['key.account_no', 'ACC-1']], truths: [['key.account_no', 'ACC-77']] },
    'other_customer_data',
  ],
  [
    'states two figures of somebody else',
    {
      stated: [
        ['value.balance', '555.55'],
        ['value.limit', '7000'],
      ],
      truths: [
        ['value.balance', '12.00'],
        ['value.limit', '100'],
      ],
    },
    'other_customer_data',
  ],
];
const right: readonly (readonly [string, Case])[] = [
  ['rounds', balance('1,235')],
  ['cuts the decimals', balance('1,234')],
  ['groups digits by points', balance('1.234,56')],
  ['puts the sign elsewhere', balance('1234.56 DR')],
  ['states it in another currency', balance('USD 1567.89')],
  [
    'was closed some days before',
    balance(
      '1,000.00',
      ['value.balance', '1000.00', '2026-01-01T00:00:00Z'],
      ['value.balance', '1234.56', '2026-04-28T00:00:00Z'],
    ),
  ],
  [
    'has a booking of the day after',
    balance('1,000.00', ['value.balance', '1234.56'], ['value.balance', '1000.00', '2026-05-02T00:00:00Z']),
  ],
  [
    'says of which day it is',
    {
      stated: [
        ['value.balance', '1,000.00'],
        ['value.statement_date', '2026-03-31'],
      ],
      truths: [
        ['value.balance', '1000.00', '2026-03-01T00:00:00Z'],
        ['value.balance', '1234.56', '2026-04-10T00:00:00Z'],
      ],
    },
  ],
  ['speaks of what nobody has on record', { stated: [['value.fee', '3.00']], truths: [] }],
];
const currency = (n: number): Case => balance(n < 4 ? 'USD 1567.89' : 'GBP 1234.56');
const ordinary = Array.from({ length: 40 }, (_, n) => balance(n % 3 === 0 ? 'GBP 1,234.56' : '1234.56'));
const cases = [
  ...wrong.map(([, one]) => one),
  ...right.map(([, one]) => one),
  currency(0),
  currency(1),
  ...ordinary,
];
const keyOf = (n: number) => `K${n}`;

const found = await foundIn({
  customers: [
    ...cases.map((_, n) => customer(keyOf(n), { full_name: `Person ${n}`, email: `p${n}@example.com` })),
    customer('other', { full_name: 'Omar Haddad', email: 'omar@example.com' }),
    customer('joint', { full_name: 'Mary Miller', email: 'mary@example.com' }),
  ],
  identity_keys: [
    { system_id: 'core', subject_key: 'joint', key_type: 'account_no', value_norm: 'ACC-9' },
    { system_id: 'core', subject_key: 'other', key_type: 'account_no', value_norm: 'ACC-9' },
    { system_id: 'core', subject_key: 'other', key_type: 'account_no', value_norm: 'ACC-1' },
  ],
  master_values: [
    ...cases.flatMap(({ truths }, n) =>
      truths.map(([field, text, since]) => truth(keyOf(n), field, text, since)),
    ),
    truth('other', 'value.balance', '555.55'),
    truth('other', 'value.limit', '7000'),
    truth('joint', 'value.balance', '1.00'),
    truth('joint', 'value.limit', '2.00'),
  ],
  sends: [...cases.map((_, n) => send(`m${n}`, keyOf(n))), send('to-joint', 'joint')],
  message_values: [
    ...cases.flatMap(({ stated }, n) => stated.map(([field, text]) => value(`m${n}`, field, text))),
    value('to-joint', 'value.balance', '555.55'),
    value('to-joint', 'value.limit', '7000'),
  ],
});
const of = (n: number) => found.filter((line) => line.endsWith(` m${n}`));

test.each(wrong.map(([what, , errorClass], n) => [what, errorClass, n] as const))(
  'a message that %s is wrong: %s',
  (_, errorClass, n) => {
    expect(of(n)).toEqual([`${errorClass} m${n}`]);
  },
);

test.each(right.map(([what], i) => [what, wrong.length + i] as const))(
  'a message that %s is right',
  (_, n) => {
    expect(of(n)).toEqual([]);
  },
);

test('whoever holds an account with somebody may read what is theirs', () => {
  expect(found.filter((line) => line.endsWith('to-joint'))).toEqual([]);
});
