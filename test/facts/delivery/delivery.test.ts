import { expect, test } from 'vitest';
import type { ClassifyRules, TextRule } from '../../../src/classify/types.js';
import { compute } from '../../../src/facts/delivery/index.js';
import type { Row } from '../../../src/store/store.js';
import { storeWithPersons } from '../store-with-persons.js';

const send = (message_key: string, subject_key: string, more: Row = {}): Row => ({
  message_key,
  system_id: 'campaign',
  communication_id: 'offer',
  comm_type: 'marketing/offers',
  lob: 'retail',
  channel: 'email',
  subject_key,
  key_type: 'customer_no',
  sent_at: '2026-05-01T00:00:00Z',
  ...more,
});
const event = (message_key: string, type: string, minute: number, more: Row = {}): Row => ({
  message_key,
  system_id: 'gateway',
  type,
  time: `2026-05-01T00:${String(minute).padStart(2, '0')}:00Z`,
  channel: 'email',
  ...more,
});
const codes = [
  { scheme: 'enhanced', code: '1.1', reason: 'recipient_unknown', confidence: 0.8 },
  { scheme: 'enhanced', code: '2.2', reason: 'mailbox_full', confidence: 0.8 },
] as const;
const full: TextRule = {
  id: 'words/full',
  tier: 'words',
  reason: 'mailbox_full',
  says: ['no room'],
  unless: [],
  when: {},
};
const classifyRules = (): ClassifyRules => ({ schemes: [], codes, texts: () => [full] });

async function deliver(sends: readonly Row[], events: readonly Row[]) {
  const store = await storeWithPersons({ sends, delivery_events: events });
  await compute(store, { classifyRules });
  return store;
}

test.each([
  ['bounced', ['delivered', 'bounced'], 1],
  ['bounced before delivered', ['bounced', 'delivered'], 1],
  ['returned', ['sent', 'returned'], 1],
  ['failed last', ['sent', 'failed'], 1],
  ['expired last', ['deferred', 'expired'], 1],
  ['failed, tried again', ['failed', 'queued'], 0],
  ['failed, then delivered', ['failed', 'delivered'], 0],
  ['delivered, then failed', ['delivered', 'failed'], 0],
  ['still under way', ['sent', 'deferred'], 0],
  ['held back before sending', ['rejected_pre_send'], 0],
])('a message that was %s: events %j give %i failed', async (_, types, failed) => {
  const store = await deliver(
    [send('m1', '1')],
    types.map((type, i) => event('m1', type, i)),
  );
  expect(await store.all('SELECT messages, messages_with_events AS seen, failed FROM fact_delivery')).toEqual(
    [{ messages: 1, seen: 1, failed }],
  );
  store.close();
});

test('a failure and another event at the same time count as a failure', async () => {
  const store = await deliver([send('m1', '1')], [event('m1', 'failed', 1), event('m1', 'deferred', 1)]);
  expect(await store.all('SELECT failed FROM fact_delivery')).toEqual([{ failed: 1 }]);
  store.close();
});

test('what the other side said is read once for all messages of which it says the same', async () => {
  const said = ['m1', 'm2', 'm3'].map((key, i) =>
    event(key, 'bounced', i, { diagnostic: `554 no room for ${key}@example.com (id ${i}00012345)` }),
  );
  const store = await deliver([send('m1', '1'), send('m2', '2'), send('m3', '3')], said);
  expect(
    await store.all('SELECT said, reason, permanence, party, rule_id, percent FROM work_failure_reasons'),
  ).toEqual([
    {
      said: '554 no room for <address> (id <id>)',
      reason: 'mailbox_full',
      permanence: 'temporary',
      party: 'recipient',
      rule_id: 'words/full',
      percent: 90,
    },
  ]);
  store.close();
});

test('without rules all failures are unclassified', async () => {
  const store = await storeWithPersons({
    sends: [send('m1', '1')],
    delivery_events: [event('m1', 'bounced', 1, { enhanced_code: '5.1.1' })],
  });
  await compute(store);
  expect(await store.all('SELECT top_reason FROM fact_delivery')).toEqual([{ top_reason: 'unclassified' }]);
  store.close();
});

test('each way out has its messages, failures, persons and reasons', async () => {
  const unknown = { enhanced_code: '5.1.1' };
  const store = await deliver(
    [
      send('m1', '1'),
      send('m2', '1'),
      send('m3', '2'),
      send('m4', '3'),
      send('m5', '3', { communication_id: null, vendor: 'Acme' }),
    ],
    [
      event('m1', 'bounced', 1, unknown),
      event('m2', 'bounced', 1, unknown),
      event('m3', 'bounced', 1, { enhanced_code: '4.2.2' }),
    ],
  );
  expect(await store.all('SELECT * FROM fact_delivery ORDER BY communication_id')).toEqual([
    {
      system_id: 'campaign',
      communication_id: null,
      channel: 'email',
      vendor: 'Acme',
      messages: 1,
      messages_with_events: 0,
      failed: 0,
      failed_persons: 0,
      failed_address: 0,
      top_reason: null,
      evidence: '[]',
    },
    {
      system_id: 'campaign',
      communication_id: 'offer',
      channel: 'email',
      vendor: null,
      messages: 4,
      messages_with_events: 3,
      failed: 3,
      failed_persons: 2,
      failed_address: 2,
      top_reason: 'recipient_unknown',
      evidence: JSON.stringify([2, 3, 4].map((row) => ({ file: 'delivery_events.csv', row }))),
    },
  ]);
  store.close();
});

test('without tables of codes every reason is unclassified', async () => {
  const store = await storeWithPersons({
    sends: [send('m1', '1')],
    delivery_events: [event('m1', 'bounced', 1, { enhanced_code: '5.1.1' })],
  });
  await compute(store);
  expect(await store.all('SELECT top_reason, failed_address AS a FROM fact_delivery')).toEqual([
    { top_reason: 'unclassified', a: 0 },
  ]);
  store.close();
});
