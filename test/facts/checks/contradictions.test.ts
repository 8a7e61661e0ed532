import { expect, test } from 'vitest';
import type { Row } from '../../../src/store/store.js';
import { customer, foundIn, send } from './world.js';

type Said = Readonly<Record<string, string>>;

/** What an e-mail and then a text message said to one customer, and how the text message differs otherwise. */
interface Case {
  readonly email: Said;
  readonly sms: Said;
  readonly more?: Row;
  /** Another text message of the same communication. */
  readonly again?: boolean;
  /** When the truth changed. */
  readonly changed?: string;
}

const due = (email: string, sms: string, rest: Omit<Case, 'email' | 'sms'> = {}): Case => ({
  email: { 'value.due_date': email },
  sms: { 'value.due_date': sms },
  ...rest,
});
const sum = (email: string, sms: string, more?: Row): Case => ({
  email: { 'value.amount': email },
  sms: { 'value.amount': sms },
  ...(more && { more }),
});

const denied: readonly (readonly [string, Case])[] = [
  ['another day', due('2026-05-20', '2026-06-20')],
  ['another sum', sum('120.00', '210.00')],
  ['another state', { email: { 'value.status': 'paid' }, sms: { 'value.status': 'overdue' } }],
];
const agreeing: readonly (readonly [string, Case])[] = [
  ['the same day, written otherwise', due('2026-05-20', '20.05.2026')],
  ['the same sum, rounded', sum('120.40', '120')],
  ['another sum two days later', sum('120.00', '210.00', { sent_at: '2026-05-03T09:00:00Z' })],
  ['another sum in another communication', sum('120.00', '210.00', { communication_id: 'reminder' })],
  ['another sum in another currency', sum('120.00 EUR', '210.00 USD')],
  ['a word of another language', { ...sum('paid', 'مدفوع'), more: { locale: 'ar' } }],
  ['another sum on the same channel', sum('120.00', '210.00', { channel: 'email' })],
  ['one of two sums', { ...sum('120.00', '210.00'), again: true }],
  [
    'another sum of another account',
    {
      email: { 'value.amount': '120.00', 'key.account_no': '1' },
      sms: { 'value.amount': '210.00', 'key.account_no': '2' },
    },
  ],
  ['another sum after it had changed', { ...sum('120.00', '210.00'), changed: '2026-05-01T12:00:00Z' }],
];
const plain = Array.from(
  { length: 20 },
  (): Case => ({
    email: { 'value.due_date': '2026-05-20', 'value.amount': '10.00', 'value.status': 'paid' },
    sms: { 'value.due_date': '2026-05-20', 'value.amount': '10.00', 'value.status': 'paid' },
  }),
);
const cases = [...denied.map(([, one]) => one), ...agreeing.map(([, one]) => one), ...plain];

const values = (message_key: string, said: Said): Row[] =>
  Object.entries(said).map(([field, value]) => ({ message_key, field, value }));
const sms: Row = { channel: 'sms', sent_at: '2026-05-01T18:00:00Z' };

const found = await foundIn(
  {
    customers: cases.map((_, n) => customer(`K${n}`, { full_name: `Person ${n}` })),
    master_values: cases.flatMap(({ changed }, n): Row[] =>
      changed === undefined
        ? []
        : ['2026-01-01T00:00:00Z', changed].map((valid_from, i) => ({
            system_id: 'core',
            subject_key: `K${n}`,
            field: 'value.amount',
            value: i === 0 ? '120.00' : '210.00',
            valid_from,
          })),
    ),
    sends: cases.flatMap(({ more, again }, n) => [
      send(`e${n}`, `K${n}`),
      send(`s${n}`, `K${n}`, { ...sms, ...more }),
      ...(again ? [send(`t${n}`, `K${n}`, sms)] : []),
    ]),
    message_values: cases.flatMap((one, n) => [
      ...values(`e${n}`, one.email),
      ...values(`s${n}`, one.sms),
      ...(one.again ? values(`t${n}`, one.email) : []),
    ]),
  },
  ['contradicts_channel'],
);

test.each(denied.map(([what], n) => [what, n] as const))(
  'a text message that says %s contradicts',
  (_, n) => {
    expect(found).toContain(`contradicts_channel s${n}`);
  },
);

test('no other message does', () => {
  expect(found).toHaveLength(denied.length);
});

test('a field that never agrees means another thing on each channel', async () => {
  const persons = ['a', 'b', 'c', 'd'];
  const mixed = await foundIn(
    {
      customers: persons.map((key) => customer(key)),
      sends: persons.flatMap((key) => [send(`e${key}`, key), send(`s${key}`, key, sms)]),
      message_values: persons.flatMap((key) => [
        ...values(`e${key}`, { 'value.amount': '120.00' }),
        ...values(`s${key}`, { 'value.amount': '12.00' }),
      ]),
    },
    ['contradicts_channel'],
  );
  expect(mixed).toEqual([]);
});
