import { expect, test } from 'vitest';
import { compute } from '../../../src/facts/feedback/index.js';
import type { Row } from '../../../src/store/store.js';
import { carries, computeOver, flow, role, system } from '../compute.js';

const step = (communication_id: string, channel: string | null, system_id: string, kind: string): Row => ({
  communication_id,
  channel,
  ordinal: ['source', 'process', 'delivery'].indexOf(kind) + 1,
  system_id,
  kind,
});
const send = (message_key: string, subject_key: string): Row => ({
  message_key,
  system_id: 'campaign',
  communication_id: 'offer',
  comm_type: 'marketing/offers',
  lob: 'retail',
  channel: 'email',
  subject_key,
  key_type: 'customer_no',
  sent_at: '2026-05-01T00:00:00Z',
});
const bounce = (message_key: string, type = 'bounced'): Row => ({
  message_key,
  system_id: 'gateway',
  type,
  time: '2026-05-01T00:01:00Z',
  channel: 'email',
});

const inventory = {
  systems: ['campaign', 'core', 'desk', 'gateway', 'letters'].map(system),
  channels: [
    { channel_id: 'e', channel: 'email', system_id: 'gateway' },
    { channel_id: 'p', channel: 'post', system_id: 'letters' },
  ],
  communication_steps: [
    step('offer', null, 'core', 'source'),
    step('offer', 'email', 'campaign', 'process'),
    step('offer', 'email', 'gateway', 'delivery'),
    step('statement', 'email', 'core', 'source'),
    step('statement', 'email', 'gateway', 'delivery'),
  ],
  system_fields: [
    role('core', 'contact', 'masters'),
    role('core', 'preference.consent', 'masters'),
    role('desk', 'contact.email', 'holds', true),
  ],
  flows: [
    flow('f1', 'gateway', 'campaign', 'P1D'),
    flow('f2', 'campaign', 'core', 'P20D'),
    flow('f3', 'desk', 'core'),
  ],
  flow_fields: [carries('f1', 'outcome'), carries('f2', 'outcome.bounced'), carries('f3', 'contact')],
};

const summary = `SELECT outcome, channel, from_system_id || '>' || to_system_id AS pair, because, present, latency_s,
  messages, persons FROM fact_feedback ORDER BY outcome, pair`;
const lines = (rows: readonly Row[]) => rows.map((row) => Object.values(row).join(' '));

test('every required way back is a row, present when it exists within the agreed time', async () => {
  const store = await computeOver(inventory, compute);
  expect(lines(await store.all(summary))).toEqual([
    'outcome.address_changed post letters>core master false  0 0',
    'outcome.bounced email gateway>campaign sender true 86400 0 0',
    'outcome.bounced email gateway>core sender false 1814400 0 0',
    'outcome.complained email gateway>campaign sender true 86400 0 0',
    'outcome.complained email gateway>core sender false  0 0',
    'outcome.corrected  desk>core master true 86400 0 0',
    'outcome.returned post letters>core master false  0 0',
    'outcome.unsubscribed email gateway>core master false  0 0',
  ]);
  store.close();
});

test('a way back that is missing is named, with the flows that would have to carry more', async () => {
  const store = await computeOver(inventory, compute);
  const rows = await store.all(
    `SELECT outcome, to_system_id AS t, mend, mend_flows, mend_path FROM fact_feedback WHERE NOT present
     AND from_system_id IN ('gateway', 'letters') ORDER BY outcome, t`,
  );
  expect(lines(rows)).toEqual([
    'outcome.address_changed core connect  letters|core',
    'outcome.bounced core hasten f2 gateway|campaign|core',
    'outcome.complained core extend f2 gateway|campaign|core',
    'outcome.returned core connect  letters|core',
    'outcome.unsubscribed core extend f2 gateway|campaign|core',
  ]);
  store.close();
});

test('messages and subjects behind an outcome are counted once each', async () => {
  const store = await computeOver(
    {
      ...inventory,
      sends: [send('m1', '1'), send('m2', '1'), send('m3', '2')],
      delivery_events: [bounce('m1'), bounce('m1'), bounce('m2'), bounce('m3', 'complained'), bounce('m9')],
    },
    compute,
  );
  const rows = await store.all(
    `SELECT outcome, to_system_id AS t, messages, persons FROM fact_feedback WHERE messages > 0 ORDER BY 1, 2`,
  );
  expect(lines(rows)).toEqual([
    'outcome.bounced campaign 3 1',
    'outcome.bounced core 3 1',
    'outcome.complained campaign 1 1',
  ]);
  store.close();
});

test('a correction counts as returned over a flow of outcome.corrected as well', async () => {
  const flow_fields = [carries('f3', 'outcome.corrected')];
  const store = await computeOver({ ...inventory, flow_fields }, compute);
  expect(await store.all("SELECT present FROM fact_feedback WHERE outcome = 'outcome.corrected'")).toEqual([
    { present: true },
  ]);
  store.close();
});

test('who delivers and sends in one system needs no way back', async () => {
  const own = [step('offer', 'email', 'gateway', 'process'), step('offer', 'email', 'gateway', 'delivery')];
  const store = await computeOver({ ...inventory, communication_steps: own }, compute);
  const rows = await store.all("SELECT because FROM fact_feedback WHERE outcome = 'outcome.bounced'");
  expect(rows).toEqual([{ because: 'master' }]);
  store.close();
});
