import { expect, test } from 'vitest';
import { groupKey } from '../../../src/facts/errors/index.js';
import type { Row } from '../../../src/store/store.js';
import { groupErrors, openErrorStore } from './group-errors.js';

const step = (channel: string | null, ordinal: number, system_id: string, kind: string): Row => ({
  communication_id: 'statement',
  channel,
  ordinal,
  system_id,
  kind,
});
const steps = [
  step(null, 1, 'core', 'source'),
  step('post', 2, 'output', 'process'),
  step('post', 3, 'output', 'composition'),
  step('post', 4, 'mailhouse', 'delivery'),
  step('email', 4, 'gateway', 'delivery'),
];

/** 600 letters of two versions and two vendors, to 300 customers; `m<i>`, customer `i % 300`. */
const letters = `
  INSERT INTO std_sends (message_key, system_id, communication_id, comm_type, lob, channel, subject_key, key_type,
                         template_id, template_version, vendor, locale, sent_at, _source, _row)
  SELECT 'm' || i, 'output', 'statement', 'statement/monthly', 'card', 'post', CAST(i % 300 AS VARCHAR), 'customer_no',
         'T12', CASE WHEN i < 60 THEN 'v3' ELSE 'v2' END, CASE WHEN i % 2 = 0 THEN 'acme' ELSE 'zenith' END, 'en',
         TIMESTAMP '2026-05-01 00:00:00', 20, i + 2
  FROM range(600) t(i)`;

const report = (i: number, more: Row = {}): Row => ({
  error_id: `e${i}`,
  reported_at: `2026-05-${String(10 + (i % 10)).padStart(2, '0')}T00:00:00Z`,
  error_class: 'wrong_amount',
  detected_by: i % 3 === 0 ? 'customer' : 'agent',
  message_key: `m${i}`,
  ...more,
});

/** Groups of errors among the letters; `more` fills further tables of messages and failures. */
async function errorGroups(reports: readonly Row[], more: Readonly<Record<string, readonly Row[]>> = {}) {
  const store = await openErrorStore(
    { communication_steps: steps, error_reports: reports, ...more },
    (target) => target.run(letters),
  );
  const rows = await groupErrors(store);
  store.close();
  return rows;
}

test('errors of one version of a template are put down to it, with figures and the way of the message', async () => {
  const [group, ...others] = await errorGroups(Array.from({ length: 12 }, (_, i) => report(i)));
  expect(others).toEqual([]);
  expect(group).toEqual({
    group_key: groupKey('wrong_amount', 'template:T12/v3'),
    family: null,
    error_class: 'wrong_amount',
    origin: 'template:T12/v3',
    verdict: 'localised',
    pattern: 'template=T12/v3',
    same_rows_as: '',
    rivals: '',
    moments: '[]',
    errors: 12,
    errors_of: 12,
    known: 12,
    messages: 60,
    messages_of: 600,
    expected: '0.0567',
    ratio: '211.4712',
    ratio_low: '12.4918',
    ratio_high: '3579.9534',
    explained: '1.0000',
    p_adjusted: expect.stringMatching(/^\d\.\de-\d+$/),
    persons: 12,
    exposed: 48,
    by_customer: 4,
    detected: 'agent:8|customer:4',
    hours_known: 288,
    corrected: null,
    uncorrected: null,
    hours_corrected: null,
    corrected_at: null,
    days: '2026-05-10:2|2026-05-11:2|2026-05-12:1|2026-05-13:1|2026-05-14:1|2026-05-15:1|2026-05-16:1|2026-05-17:1|2026-05-18:1|2026-05-19:1',
    first_at: '2026-05-10T00:00:00.000Z',
    last_at: '2026-05-19T00:00:00.000Z',
    path: 'core|output|mailhouse',
    evidence: JSON.stringify(
      Array.from({ length: 10 }, (_, i) => ({ file: 'error_reports.csv', row: i + 2 })),
    ),
  });
});

test('of reports that are closed it is told how many, how fast and when the last; without any nobody keeps their state', async () => {
  const handled = (i: number): Row => ({
    status: ['Closed', 'open', ' resolved '][i % 3]!,
    ...(i % 3 === 2 && { corrected_at: `2026-06-${String(10 + i).padStart(2, '0')}T00:00:00Z` }),
  });
  const reports = Array.from({ length: 12 }, (_, i) => report(i, handled(i)));
  const [group] = await errorGroups(reports);
  expect(group).toMatchObject({
    corrected: 8,
    uncorrected: 4,
    hours_corrected: 744,
    corrected_at: '2026-06-21T00:00:00.000Z',
  });
  const [open] = await errorGroups(reports.map((one) => ({ ...one, status: 'open', corrected_at: null })));
  expect(open).toMatchObject({ corrected: null, uncorrected: null, hours_corrected: null });
});

test('errors that crowd in one batch or on one day say so, whatever their origin', async () => {
  const store = await openErrorStore(
    {
      communication_steps: steps,
      error_reports: Array.from({ length: 12 }, (_, i) => report(i < 10 ? 50 * i + 7 : 60 * i)),
    },
    async (target) => {
      await target.run(letters);
      await target.run(
        `UPDATE std_sends SET batch_id = CASE WHEN CAST(substr(message_key, 2) AS INTEGER) % 50 = 7 THEN 'B|7' ELSE 'B1' END`,
      );
    },
  );
  const [group] = await groupErrors(store);
  store.close();
  expect(group!.origin).toBe('class:wrong_amount');
  expect(JSON.parse(String(group!.moments))).toEqual([
    { attribute: 'batch', value: 'B|7', errors: 10, messages: 12 },
  ]);
});

test('one error is listed under its class, and so is what no cause explains', async () => {
  const vendor = Array.from({ length: 40 }, (_, i) => report(14 * i, { error_class: 'wrong_recipient' }));
  const stray = report(61, { error_class: 'wrong_recipient' });
  const groups = await errorGroups([...vendor, stray, report(5, { error_class: 'wrong_name' })]);
  expect(groups.map((row) => [row.error_class, row.origin, row.verdict, row.errors, row.messages])).toEqual([
    ['wrong_name', 'class:wrong_name', 'listed_only', 1, 600],
    ['wrong_recipient', 'class:wrong_recipient', 'listed_only', 1, 300],
    ['wrong_recipient', 'vendor:acme', 'localised', 40, 300],
  ]);
});

test('errors without a known message count under what they state', async () => {
  const unknown = { message_key: null, error_class: 'late' };
  const groups = await errorGroups([
    report(1, { ...unknown, communication_id: 'statement', channel: 'email' }),
    report(2, { ...unknown, system_id: 'core', subject_key: '7', key_type: 'customer_no' }),
    report(3, { ...unknown, message_key: 'nowhere' }),
    report(4, { ...unknown, communication_id: 'statement' }),
    report(5, { error_class: null }),
  ]);
  expect(
    groups.map((row) => [row.origin, row.verdict, row.errors, row.known, row.persons, row.path]),
  ).toEqual([
    ['class:late', 'listed_only', 2, 0, 0, 'core'],
    ['comm:statement/email', 'listed_only', 1, 0, 0, 'core|gateway'],
    ['system:core', 'listed_only', 1, 0, 1, ''],
  ]);
});

test('one message and class is one error, by whomever it was found, and failures have their family', async () => {
  const failed = Array.from({ length: 30 }, (_, i) => ({
    message_key: `m${i}`,
    system_id: 'mailhouse',
    type: i < 6 ? 'returned' : 'delivered',
    time: '2026-05-04T00:00:00Z',
    channel: 'post',
  }));
  const store = await openErrorStore(
    {
      communication_steps: steps,
      delivery_events: failed,
      error_reports: [
        report(0, { error_class: 'undelivered', detected_by: 'customer' }),
        report(3, { error_class: 'duplicate', detected_by: 'customer' }),
        report(4, { error_class: 'duplicate', detected_by: 'agent', message_key: 'm3' }),
      ],
    },
    (target) => target.run(letters),
  );
  await store.run(`INSERT INTO work_found_errors (error_class, message_key, code, person_id, system_id, communication_id,
      channel, at_ms, certain)
    SELECT 'duplicate', message_key, CAST(_source AS BIGINT) * ${2 ** 40} + _row, 7, system_id, communication_id, channel,
           epoch_ms(sent_at), true FROM std_sends WHERE message_key IN ('m3', 'm5')`);
  const groups = await groupErrors(store);
  store.close();
  expect(
    groups.map(({ error_class, family, errors, by_customer, detected, messages_of, first_at }) => [
      [error_class, family, errors, by_customer, messages_of],
      [detected, first_at],
    ]),
  ).toEqual([
    [
      ['duplicate', null, 2, 1, 600],
      ['check:2|agent:1|customer:1', '2026-05-01T00:00:00.000Z'],
    ],
    [
      ['undelivered', 'unclassified', 6, 0, 30],
      ['delivery:6|customer:1', '2026-05-04T00:00:00.000Z'],
    ],
  ]);
});

test('without any message errors are listed, and without errors there is nothing', async () => {
  const store = await openErrorStore({ error_reports: [report(1), report(2)] });
  expect(
    (await groupErrors(store)).map(({ origin, verdict, errors, messages }) => [
      origin,
      verdict,
      errors,
      messages,
    ]),
  ).toEqual([['class:wrong_amount', 'listed_only', 2, 0]]);
  store.close();
  expect(await errorGroups([])).toEqual([]);
});
