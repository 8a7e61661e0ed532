import { expect, test } from 'vitest';
import { compute as computeDelivery } from '../../../src/facts/delivery/index.js';
import { computeJourneys } from '../../../src/facts/journeys/index.js';
import type { Measured } from '../../../src/facts/scorecard/measured.js';
import type { Row } from '../../../src/store/store.js';
import { computeOver, system } from '../compute.js';

const event = (case_id: string, activity: string, day: string, more: Row = {}): Row => ({
  case_id,
  activity,
  timestamp: `2026-${day}T00:00:00Z`,
  ...more,
});

async function measure(
  events: readonly Row[],
  settings: Readonly<Record<string, unknown>> = {},
  others: Readonly<Record<string, readonly Row[]>> = {},
) {
  let measured: Measured[] = [];
  const systems = ['app', 'crm', 'core'].map((id) => ({ ...system(id), silo_id: id }));
  const store = await computeOver(
    { journey_events: events, systems, ...others },
    async (query, context) => {
      await computeDelivery(query);
      measured = await computeJourneys(query, context);
    },
    settings,
  );
  return { store, measured };
}

const whole = (measured: readonly Measured[]) =>
  Object.fromEntries(
    measured
      .filter(({ silo }) => silo === null)
      .map(({ measure: id, numerator, denominator, median, gap }) => [
        id,
        gap ?? (median === undefined ? `${numerator}/${denominator}` : `${median.value}s of ${numerator}`),
      ]),
  );

const journeys = [{ success: ['opened'], rejected: ['refused'] }];

test('a case ends as its activities say, and is abandoned when nothing has come of it for so long', async () => {
  const { measured, store } = await measure(
    [
      event('1', 'applied', '03-01'),
      event('1', 'opened', '03-03'),
      event('2', 'applied', '03-01'),
      event('2', 'refused', '03-02'),
      event('NA', 'applied', '03-01'),
      event('4', 'applied', '05-20'),
      event('5', 'applied', '03-01'),
      event('5', 'opened', '03-05'),
    ],
    { journeys },
  );
  expect(whole(measured)).toMatchObject({
    registration_success: '2/4',
    registration_abandonment: '1/4',
    registration_time: `${3 * 86_400}s of 2`,
    documents_asked_again: 'no_requests',
  });
  const rows = await store.all(
    'SELECT cases, success, rejected, abandoned, "open", buckets FROM fact_journeys ORDER BY journey',
  );
  expect(rows).toEqual([
    { cases: 5, success: 2, rejected: 1, abandoned: 1, open: 1, buckets: '0|0|0|0|2|0|0|0' },
  ]);
});

test('what an event states of its case outweighs its activities', async () => {
  const { measured } = await measure(
    [
      event('1', 'opened', '03-01', { case_outcome: 'withdrawn' }),
      event('2', 'applied', '03-01'),
      event('2', 'anything', '03-02', { case_outcome: 'success' }),
    ],
    { journeys },
  );
  expect(whole(measured)).toMatchObject({
    registration_success: '1/2',
    registration_time: '86400s of 1',
  });
});

test('without an end that anybody names nothing is told, and never that all was well', async () => {
  const { measured } = await measure([event('1', 'applied', '03-01')]);
  expect(whole(measured)).toMatchObject({
    registration_success: 'no_outcomes',
    registration_time: 'no_outcomes',
    registration_abandonment: 'no_outcomes',
  });
});

test('a step begun and not completed ends nothing', async () => {
  const { measured } = await measure([event('1', 'opened', '05-25', { lifecycle: 'start' })], { journeys });
  expect(whole(measured)).toMatchObject({ registration_success: 'no_finished_cases' });
});

test('journeys that are no registration are left out where unsilo.yaml lists which are', async () => {
  const { measured } = await measure(
    [
      event('1', 'done', '03-01', { journey: 'claim', case_outcome: 'success' }),
      event('1', 'opened', '03-01', { journey: 'onboarding' }),
      event('2', 'applied', '03-01', { journey: 'onboarding' }),
      event('3', 'applied', '05-25', { journey: 'onboarding' }),
    ],
    { journeys: [{ journey: 'onboarding', success: ['opened'] }] },
  );
  expect(whole(measured)).toMatchObject({ registration_success: '1/2' });
});

const asked = (case_id: string, action: string, day: string, more: Row = {}): Row =>
  event(case_id, `passport ${action}`, day, {
    document_type: 'passport',
    document_action: action,
    customer_id: 'C1',
    ...more,
  });

test.each([
  ['asked again by the silo that has it', 'app', {}, { again: 1, by_same: 1, by_other: 0 }],
  ['asked again by another silo', 'crm', {}, { again: 1, by_same: 0, by_other: 1 }],
  [
    'asked again when it no longer holds',
    'crm',
    { document_valid_until: '2026-03-04T00:00:00Z' },
    { again: 0 },
  ],
  ['asked again while it still holds', 'crm', { document_valid_until: '2026-03-06T00:00:00Z' }, { again: 1 }],
])('a document: %s', async (_, asker, more, expected) => {
  const { store } = await measure([
    asked('1', 'requested', '03-01', { system_id: 'app' }),
    asked('1', 'received', '03-02', { system_id: 'app', ...more }),
    asked('2', 'requested', '03-05', { system_id: asker }),
  ]);
  const [row] = await store.all(
    'SELECT asked, again, by_same, by_other FROM fact_journey_documents ORDER BY 1',
  );
  expect(row).toMatchObject({ asked: 1, ...expected });
});

test('a document that was turned down may be asked for again', async () => {
  const { measured } = await measure([
    asked('1', 'received', '03-01'),
    asked('1', 'rejected', '03-02'),
    asked('1', 'requested', '03-03'),
    asked('2', 'requested', '03-03', { customer_id: 'C2' }),
  ]);
  expect(whole(measured)).toMatchObject({
    documents_asked_again: '0/2',
    documents_asked_again_by_same: 'no_teams',
  });
});

test('who was asked is one person where the system knows them by two cases', async () => {
  const { measured } = await measure([
    asked('1', 'verified', '03-01', { team: 'front' }),
    asked('2', 'requested', '03-02', { team: 'back' }),
    asked('3', 'requested', '03-03', { team: 'front' }),
  ]);
  expect(whole(measured)).toMatchObject({
    documents_asked_again: '1/1',
    documents_asked_again_by_same: '1/1',
    documents_asked_again_by_other: '1/1',
  });
});

test('abandoned cases are told by what they were last heard of, and the time since a message that went wrong', async () => {
  const send = { system_id: 'app', communication_id: 'welcome', channel: 'email', subject_key: 'C1' };
  const { store } = await measure(
    [
      event('1', 'applied', '03-01', { channel: 'web' }),
      event('1', 'contract sent', '03-02', { channel: 'email', message_key: 'M1' }),
      event('1', 'reminded', '03-04'),
      event('2', 'applied', '03-01', { channel: 'web' }),
      event('2', 'code sent', '03-02', { channel: 'sms', message_key: 'M9', message_defect: 'broken_link' }),
      event('3', 'applied', '03-01'),
      event('4', 'applied', '05-25'),
    ],
    { journeys },
    {
      sends: [{ ...send, key_type: 'customer_no', message_key: 'M1', sent_at: '2026-03-02T00:00:00Z' }],
      delivery_events: [{ message_key: 'M1', type: 'bounced', time: '2026-03-02T01:00:00Z' }],
    },
  );
  expect(
    await store.all(`SELECT activity, channel, message, abandoned, after_error, since_error_s
                     FROM fact_journey_lasts ORDER BY activity`),
  ).toEqual([
    { activity: 'applied', channel: null, message: null, abandoned: 1, after_error: 0, since_error_s: null },
    {
      activity: 'code sent',
      channel: 'sms',
      message: 'code sent',
      abandoned: 1,
      after_error: 1,
      since_error_s: 0,
    },
    {
      activity: 'reminded',
      channel: 'email',
      message: 'welcome',
      abandoned: 1,
      after_error: 1,
      since_error_s: 2 * 86_400,
    },
  ]);
});

test('abandoned cases are counted at the step they got to, and after which error', async () => {
  const { store } = await measure(
    [
      event('1', 'applied', '03-01', { step_order: 1, actor_type: 'customer' }),
      event('1', 'identified', '03-02', { step_order: 2, step_outcome: 'error' }),
      event('2', 'applied', '03-01', { step_order: 1 }),
      event('3', 'applied', '03-01', { step_order: 1, actor_type: 'customer' }),
      event('3', 'opened', '03-04', { step_order: 3, actor_type: 'agent' }),
      event('4', 'applied', '05-25', { step_order: 1 }),
    ],
    { journeys },
  );
  expect(
    await store.all(
      'SELECT activity, reached, abandoned, after_error FROM fact_journey_steps ORDER BY activity',
    ),
  ).toEqual([
    { activity: 'applied', reached: 3, abandoned: 1, after_error: 0 },
    { activity: 'identified', reached: 1, abandoned: 1, after_error: 1 },
    { activity: 'opened', reached: 1, abandoned: 0, after_error: 0 },
  ]);
  const [waits] = await store.all('SELECT customer_s, firm_s FROM fact_journeys ORDER BY journey');
  expect(waits).toEqual({ customer_s: 0, firm_s: 3 * 86_400 });
});
