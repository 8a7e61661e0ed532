import { expect, test } from 'vitest';
import type { ClassifyRules } from '../../../src/classify/types.js';
import { compute as computeDelivery } from '../../../src/facts/delivery/index.js';
import { computePreferenceFacts } from '../../../src/facts/preferences/index.js';
import { computeTraffic } from '../../../src/facts/traffic/index.js';
import type { Row, Store } from '../../../src/store/store.js';
import { computeOver } from '../compute.js';

type Tables = Readonly<Record<string, readonly Row[]>>;
async function read(tables: Tables, sql: string): Promise<Row[]> {
  const store = await computeOver(tables, async (query, context) => {
    await computePreferenceFacts(query as Store, context);
    await computeDelivery(query, { classifyRules });
    await computeTraffic(query);
  });
  const rows = await store.all(sql);
  store.close();
  return rows;
}

const send = (message_key: string, sent_at: string, more: Row = {}): Row => ({
  message_key,
  system_id: 'core',
  communication_id: 'notice',
  comm_type: 'service/notice',
  lob: 'retail',
  channel: 'sms',
  subject_key: '1',
  key_type: 'customer_no',
  contact_point: '+447700900001',
  sent_at,
  unit_cost: '0.0500',
  ...more,
});
const duplicates = 'SELECT within_s, persons, messages, cost FROM fact_duplicates ORDER BY within_s';
const messagesWithin = async (sends: Row[], more: Tables = {}): Promise<unknown[]> =>
  (await read({ sends, ...more }, duplicates)).map(({ within_s, messages }) => [within_s, messages]);

test('a message that goes out again is told at the shortest time and at all longer ones', async () => {
  const rows = await read(
    { sends: [send('a', '2026-03-10 09:00:00'), send('b', '2026-03-10 09:40:00')] },
    duplicates,
  );
  expect(rows).toEqual([
    { within_s: 3600, persons: 1, messages: 1, cost: '0.0500' },
    { within_s: 21_600, persons: 1, messages: 1, cost: '0.0500' },
    { within_s: 86_400, persons: 1, messages: 1, cost: '0.0500' },
  ]);
});

test.each([
  ['across midnight', '2026-03-10 23:50:00', '2026-03-11 00:05:00', 3],
  ['across the end of a month', '2026-03-31 20:00:00', '2026-04-01 10:00:00', 1],
  ['across the end of a year', '2025-12-31 23:55:00', '2026-01-01 00:00:00', 4],
  ['a day apart to the second', '2026-03-10 09:00:00', '2026-03-11 09:00:00', 1],
  ['a second more than a day apart', '2026-03-10 09:00:00', '2026-03-11 09:00:01', 0],
])('%s, two messages are in so many steps', async (_, first, second, steps) => {
  expect(await messagesWithin([send('a', first), send('b', second)])).toHaveLength(steps);
});

test.each<[string, Row]>([
  ['two contracts', { subject_key: '2' }],
  ['two holders of a joint account', { contact_point: '+447700900002' }],
  ['two channels', { channel: 'push' }],
  ['two communications', { communication_id: 'other' }],
])('%s make no repetition', async (_, other) => {
  // Both keys are one person by their address.
  const customer = (subject_key: string): Row => ({
    system_id: 'core',
    subject_key,
    key_type: 'customer_no',
    email: 'ann@example.com',
    date_of_birth: '1980-02-03',
  });
  const sends = [send('a', '2026-03-10 09:00:00'), send('b', '2026-03-10 09:05:00', other)];
  expect(await messagesWithin(sends, { customers: [customer('1'), customer('2')] })).toEqual([]);
});

test('messages that say different things are different messages', async () => {
  const sends = [send('a', '2026-03-10 09:00:00'), send('b', '2026-03-10 09:05:00')];
  const value = (message_key: string, amount: string): Row => ({
    message_key,
    field: 'value.fee',
    value: amount,
  });
  expect(await messagesWithin(sends, { message_values: [value('a', '10'), value('b', '12')] })).toEqual([]);
  expect(await messagesWithin(sends, { message_values: [value('a', '10'), value('b', '10')] })).toHaveLength(
    4,
  );
});

test('two contracts that both get their message twice are two repetitions', async () => {
  const at = (minutes: string) => `2026-03-10 09:${minutes}:00`;
  const sends = [
    send('a1', at('00')),
    send('b1', at('01'), { subject_key: '2' }),
    send('a2', at('05')),
    send('b2', at('06'), { subject_key: '2' }),
  ];
  expect((await messagesWithin(sends))[0]).toEqual([600, 2]);
});

const offers = (system_id: string, month: string, days: readonly number[]): Row[] =>
  days.map((day) =>
    send(`${system_id}-${month}-${day}`, `2026-${month}-${String(day).padStart(2, '0')} 10:00:00`, {
      system_id,
      comm_type: 'marketing/offers',
      communication_id: `${system_id}-offers`,
    }),
  );
const shared = { identity: { shared_keys: [{ key_type: 'customer_no', systems: ['core', 'app'] }] } };
const pressure =
  'SELECT purpose, level, alone, persons, messages, systems FROM fact_contact_pressure ORDER BY 1, 2';

test('messages of all systems add up in the fullest month of a person', async () => {
  const store = await computeOver(
    {
      sends: [
        ...offers('core', '03', [2, 9, 16]),
        ...offers('app', '03', [5, 12, 19, 26]),
        ...offers('app', '04', [3, 6, 9, 12, 15]),
      ],
    },
    async (query, context) => {
      await computePreferenceFacts(query as Store, context);
      await computeDelivery(query, { classifyRules });
      await computeTraffic(query);
    },
    shared,
  );
  expect(await store.all(pressure)).toEqual([
    { purpose: 'marketing', level: 7, alone: 4, persons: 1, messages: 7, systems: 'app|core' },
  ]);
  store.close();
});

test('four messages in a month are nobody’s pressure, nor are five of two purposes', async () => {
  expect(await read({ sends: offers('core', '03', [2, 9, 16, 23]) }, pressure)).toEqual([]);
  const other = send('s', '2026-03-20 10:00:00');
  expect(await read({ sends: [...offers('core', '03', [2, 9, 16, 23]), other] }, pressure)).toEqual([]);
});

const letter = (key: string, day: string, more: Row = {}): Row =>
  send(key, `2026-${day} 09:00:00`, {
    channel: 'post',
    contact_point: '1 Quay Street',
    communication_id: `c-${key}`,
    ...more,
  });
const event = (message_key: string, type: string, day: string, provider_code = ''): Row => ({
  event_id: `${message_key}-${type}`,
  message_key,
  system_id: 'core',
  type,
  time: `2026-${day} 12:00:00`,
  channel: 'post',
  provider_code,
});
const dead =
  'SELECT system_id, persons, messages, own, addresses, days_max, cost FROM fact_dead_addresses ORDER BY 1';
const classifyRules = (): ClassifyRules => ({
  schemes: [{ id: 'usps', vendors: ['usps'], channels: ['post'] }],
  codes: [{ scheme: 'usps', code: 'ANK', reason: 'recipient_unknown', confidence: 0.95 }],
  texts: () => [],
});
async function readDead(sends: Row[], events: Row[]): Promise<Row[]> {
  const store = await computeOver({ sends, delivery_events: events }, async (query, context) => {
    await computePreferenceFacts(query as Store, context);
    await computeDelivery(query, { classifyRules });
    await computeTraffic(query);
  });
  const rows = await store.all(dead);
  store.close();
  return rows;
}

test('a letter to an address that came back before is one too many, whoever sent it', async () => {
  const rows = await readDead(
    [
      letter('a', '01-05'),
      letter('b', '02-05', { contact_point: '1 QUAY STREET' }),
      letter('c', '03-05', { system_id: 'app' }),
      letter('d', '03-06', { contact_point: '2 Quay Street' }),
    ],
    [event('a', 'returned', '01-11', 'ANK'), event('b', 'returned', '02-11', 'ANK')],
  );
  expect(rows).toEqual([
    { system_id: 'app', persons: 1, messages: 1, own: 0, addresses: 1, days_max: 52, cost: '0.0500' },
    { system_id: 'core', persons: 1, messages: 1, own: 1, addresses: 1, days_max: 24, cost: '0.0500' },
  ]);
});

test('what is delivered since makes an address alive, and what was delivered was not in vain', async () => {
  const sends = [letter('a', '01-05'), letter('b', '02-05'), letter('c', '03-05')];
  const returned = event('a', 'returned', '01-11', 'ANK');
  expect(await readDead(sends, [returned, event('b', 'delivered', '02-07')])).toEqual([]);
});

test('a return is known the day after', async () => {
  const sends = [letter('a', '01-05'), letter('b', '01-12')];
  expect(await readDead(sends, [event('a', 'returned', '01-11', 'ANK')])).toEqual([]);
});

test('a failure that says nothing of the address leaves it alive', async () => {
  const sends = [letter('a', '01-05'), letter('b', '02-05')];
  expect(await readDead(sends, [event('a', 'returned', '01-11', 'DIS')])).toEqual([]);
});
